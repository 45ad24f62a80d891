using SkiaSharp.Geometry;

namespace SkiaSharp.Raster;

/// <summary>Draws paths on pixels. Its lists are kept from path to path, so it serves one caller at a time.</summary>
internal sealed class Rasterizer
{
    /// <summary>How far, in pixels, a line may be from the curve it stands for.</summary>
    private const float Tolerance = 1f / 32;

    // A line stands for the curve's direction too: where a curve is tighter than the pen, the pen's ends leave theirs by
    // more, in the measure of its radius. So the tolerance is finer by that, up to this.
    private const float FinestStroke = 4;

    // A line that is looked at in the middle of a pixel, or lines spread over it.
    private const int HardSubRows = 1;
    private const int SmoothSubRows = 4;

    private static readonly Pool<Rasterizer> Idle = new(Environment.ProcessorCount, static () => new Rasterizer());

    private readonly Polyline _lines = new();
    private readonly EdgeList _edges = new();
    private readonly Scanner _scanner = new();
    private readonly Ink _ink = new();
    private readonly Flattener _flattener;
    private readonly Stroker _stroker;

    private Rasterizer()
    {
        _flattener = new(_lines);
        _stroker = new(_edges);
    }

    /// <summary>A path of the rasterizer's owner, for shapes that are drawn and forgotten.</summary>
    internal PathBuffer Shape { get; } = new();

    internal static Rasterizer Rent() => Idle.Rent();

    internal void Return() => Idle.Return(this);

    internal void Draw(
        PixelBuffer pixels,
        PathBuffer path,
        SKPathFillType fillType,
        in SKMatrix matrix,
        SKPaint paint,
        SKPaintStyle style)
    {
        var subRows = paint.IsAntialias ? SmoothSubRows : HardSubRows;
        _edges.Reset(pixels.Height, subRows);
        if (style != SKPaintStyle.Stroke && !Fill(path, matrix))
            return;
        if (style != SKPaintStyle.Fill && !Stroke(path, matrix, paint))
            return;

        _ink.Set(paint.Color);
        _scanner.Draw(_edges, subRows, fillType, pixels, _ink);
    }

    private bool Fill(PathBuffer path, in SKMatrix matrix)
    {
        if (!_flattener.Flatten(path, matrix, Tolerance))
            return false;

        foreach (var contour in _lines.Contours)
        {
            var points = _lines.PointsOf(contour);
            var last = points[^1];
            foreach (var point in points)
            {
                _edges.Add(last, point, isStroke: false);
                last = point;
            }
        }

        return true;
    }

    // The width is in the units of the path: a matrix that distorts it distorts its stroke. A hairline's is in pixels.
    private bool Stroke(PathBuffer path, in SKMatrix matrix, SKPaint paint)
    {
        var isHairline = paint.StrokeWidth == 0;
        var before = isHairline ? matrix : SKMatrix.Identity;
        var after = isHairline ? SKMatrix.Identity : matrix;
        var scale = MathF.Max(after.Stretch, float.Epsilon);
        var width = isHairline ? 1 : paint.StrokeWidth;
        var finer = Math.Clamp(width * scale / 2, 1, FinestStroke);
        if (!_flattener.Flatten(path, before, Tolerance / finer / scale))
            return false;

        _stroker.Start(after, width, paint.StrokeCap, paint.StrokeJoin, Tolerance / scale);
        foreach (var contour in _lines.Contours)
            _stroker.Add(_lines.PointsOf(contour), _lines.SmoothOf(contour), contour.IsClosed);
        return true;
    }
}
