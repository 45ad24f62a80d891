using SkiaSharp.Geometry;

namespace SkiaSharp.Svg;

/// <summary>An elliptical arc as conics: SVG 1.1, F.6.5 and F.6.6, in the units of the ellipse's own radii.</summary>
internal static class SvgArc
{
    private const float LongestPiece = 2 * MathF.PI / 3;

    internal static void AddTo(
        PathBuffer path,
        SKPoint from,
        SKPoint to,
        SKPoint radii,
        float degrees,
        bool isLarge,
        bool isClockwise)
    {
        var half = SKMatrix.CreateRotationDegrees(-degrees).Map((from.X - to.X) / 2, (from.Y - to.Y) / 2);
        var (rx, ry) = (MathF.Abs(radii.X), MathF.Abs(radii.Y));
        if (rx == 0 || ry == 0 || (half.X == 0 && half.Y == 0))
        {
            path.Line(to.X, to.Y);
            return;
        }

        // Radii that do not reach grow until they do.
        var (x, y) = (half.X / rx, half.Y / ry);
        var distance = MathF.Sqrt((x * x) + (y * y));
        var grown = MathF.Max(distance, 1);
        (rx, ry, x, y, distance) = (rx * grown, ry * grown, x / grown, y / grown, distance / grown);

        // The middle of the circle, seen from half way between the points, is across from the way between them.
        var away = MathF.Sqrt(MathF.Max((1 / (distance * distance)) - 1, 0));
        away = isLarge == isClockwise ? -away : away;
        var (centerX, centerY) = (y * away, -x * away);
        var (start, end) = (MathF.Atan2(y - centerY, x - centerX), MathF.Atan2(-y - centerY, -x - centerX));
        var sweep = end - start;
        if (isClockwise && sweep < 0)
            sweep += 2 * MathF.PI;
        else if (!isClockwise && sweep > 0)
            sweep -= 2 * MathF.PI;

        var middle = new SKPoint((from.X + to.X) / 2, (from.Y + to.Y) / 2);
        var ellipse = SKMatrix.CreateTranslation(middle.X, middle.Y)
            .PreConcat(SKMatrix.CreateRotationDegrees(degrees))
            .PreConcat(SKMatrix.CreateScale(rx, ry))
            .PreConcat(SKMatrix.CreateTranslation(centerX, centerY));
        AddConics(path, ellipse, start, sweep, to);
    }

    private static void AddConics(PathBuffer path, in SKMatrix ellipse, float start, float sweep, SKPoint to)
    {
        var pieces = Math.Max(1, (int)MathF.Ceiling(MathF.Abs(sweep) / LongestPiece));
        var piece = sweep / pieces;
        var tangent = MathF.Tan(piece / 2);
        var weight = MathF.Cos(piece / 2);
        for (var i = 1; i <= pieces; i++)
        {
            var (sin, cos) = MathF.SinCos(start + (i * piece));
            var control = ellipse.Map(cos + (tangent * sin), sin - (tangent * cos));
            var end = i == pieces ? to : ellipse.Map(cos, sin);
            path.Conic(control.X, control.Y, end.X, end.Y, weight);
        }
    }
}
