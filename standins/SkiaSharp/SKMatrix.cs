namespace SkiaSharp;

/// <summary>
/// A 3 by 3 matrix over column vectors: x' = (scaleX x + skewX y + transX) / w, y' = (skewY x + scaleY y + transY) / w,
/// w = persp0 x + persp1 y + persp2.
/// </summary>
public readonly struct SKMatrix(
    float scaleX,
    float skewX,
    float transX,
    float skewY,
    float scaleY,
    float transY,
    float persp0,
    float persp1,
    float persp2)
{
    public static readonly SKMatrix Identity = CreateScale(1, 1);

    // Skia's SK_ScalarNearlyZero: quarter turns become exact.
    private const float NearlyZero = 1f / 4096;

    private readonly float _scaleX = scaleX;
    private readonly float _skewX = skewX;
    private readonly float _transX = transX;
    private readonly float _skewY = skewY;
    private readonly float _scaleY = scaleY;
    private readonly float _transY = transY;
    private readonly float _persp0 = persp0;
    private readonly float _persp1 = persp1;
    private readonly float _persp2 = persp2;

    internal bool HasPerspective => _persp0 != 0 || _persp1 != 0 || _persp2 != 1;

    /// <summary>How much longer a vector along an axis can become.</summary>
    internal float Stretch => MathF.Sqrt(MathF.Max(
        (_scaleX * _scaleX) + (_skewY * _skewY),
        (_skewX * _skewX) + (_scaleY * _scaleY)));

    public static SKMatrix CreateTranslation(float x, float y) => new(1, 0, x, 0, 1, y, 0, 0, 1);

    public static SKMatrix CreateScale(float x, float y) => new(x, 0, 0, 0, y, 0, 0, 0, 1);

    public static SKMatrix CreateSkew(float x, float y) => new(1, x, 0, y, 1, 0, 0, 0, 1);

    /// <summary>A turn about the origin, clockwise where y points down.</summary>
    public static SKMatrix CreateRotationDegrees(float degrees)
    {
        var (sin, cos) = MathF.SinCos(degrees * (MathF.PI / 180));
        sin = MathF.Abs(sin) <= NearlyZero ? 0 : sin;
        cos = MathF.Abs(cos) <= NearlyZero ? 0 : cos;
        return new(cos, -sin, 0, sin, cos, 0, 0, 0, 1);
    }

    /// <summary>This matrix after the other one: points go through the other one first.</summary>
    public SKMatrix PreConcat(SKMatrix matrix) => Multiply(this, matrix);

    /// <summary>This matrix before the other one: points go through this one first.</summary>
    public SKMatrix PostConcat(SKMatrix matrix) => Multiply(matrix, this);

    internal SKPoint Map(float x, float y)
    {
        var mapX = (_scaleX * x) + (_skewX * y) + _transX;
        var mapY = (_skewY * x) + (_scaleY * y) + _transY;
        if (!HasPerspective)
            return new(mapX, mapY);

        var w = (_persp0 * x) + (_persp1 * y) + _persp2;
        var scale = w == 0 ? 0 : 1 / w;
        return new(mapX * scale, mapY * scale);
    }

    private static SKMatrix Multiply(in SKMatrix a, in SKMatrix b) => new(
        (a._scaleX * b._scaleX) + (a._skewX * b._skewY) + (a._transX * b._persp0),
        (a._scaleX * b._skewX) + (a._skewX * b._scaleY) + (a._transX * b._persp1),
        (a._scaleX * b._transX) + (a._skewX * b._transY) + (a._transX * b._persp2),
        (a._skewY * b._scaleX) + (a._scaleY * b._skewY) + (a._transY * b._persp0),
        (a._skewY * b._skewX) + (a._scaleY * b._scaleY) + (a._transY * b._persp1),
        (a._skewY * b._transX) + (a._scaleY * b._transY) + (a._transY * b._persp2),
        (a._persp0 * b._scaleX) + (a._persp1 * b._skewY) + (a._persp2 * b._persp0),
        (a._persp0 * b._skewX) + (a._persp1 * b._scaleY) + (a._persp2 * b._persp1),
        (a._persp0 * b._transX) + (a._persp1 * b._transY) + (a._persp2 * b._persp2));
}
