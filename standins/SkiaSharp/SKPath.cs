using SkiaSharp.Geometry;
using SkiaSharp.Svg;

namespace SkiaSharp;

/// <summary>Contours of lines and curves. Drawing reads it, so that threads may draw one path at the same time.</summary>
public sealed class SKPath : IDisposable
{
    private PathBuffer? _buffer = PathBuffer.Rent();

    public SKPath()
    {
    }

    public SKPath(SKPath path)
    {
        ArgumentNullException.ThrowIfNull(path);
        Buffer.Add(path.Buffer);
        FillType = path.FillType;
    }

    public SKPathFillType FillType { get; set; }

    public int PointCount => Buffer.Points.Length;

    /// <summary>A copy of all points, the control points of curves among them.</summary>
    public SKPoint[] Points => Buffer.Points.ToArray();

    /// <summary>The smallest rectangle around all points, the control points of curves among them.</summary>
    public SKRect Bounds => BoundsOf(Buffer.Points);

    internal PathBuffer Buffer
    {
        get
        {
            ObjectDisposedException.ThrowIf(_buffer is null, this);
            return _buffer;
        }
    }

    /// <summary>The path that the attribute d of an SVG path describes, or null when it is not well formed.</summary>
    public static SKPath ParseSvgPathData(string svgPath)
    {
        var path = new SKPath();
        if (svgPath is not null && new SvgPathReader(svgPath, path.Buffer).Read())
            return path;

        path.Dispose();
        return null!;
    }

    public void MoveTo(float x, float y) => Buffer.Move(x, y);

    public void LineTo(float x, float y) => Buffer.Line(x, y);

    public void QuadTo(float x0, float y0, float x1, float y1) => Buffer.Quad(x0, y0, x1, y1);

    public void CubicTo(float x0, float y0, float x1, float y1, float x2, float y2) =>
        Buffer.Cubic(x0, y0, x1, y1, x2, y2);

    public void Close() => Buffer.Close();

    /// <summary>Adds a contour; one without a positive radius is none.</summary>
    public void AddCircle(float x, float y, float radius, SKPathDirection dir = SKPathDirection.Clockwise)
    {
        if (radius > 0)
            Circle.AddTo(Buffer, x, y, radius, dir);
    }

    public void Transform(in SKMatrix matrix) => Projection.Apply(matrix, Buffer);

    public void Dispose() => Interlocked.Exchange(ref _buffer, null)?.Return();

    private static SKRect BoundsOf(ReadOnlySpan<SKPoint> points)
    {
        if (points.IsEmpty)
            return default;

        var bounds = new SKRect(points[0].X, points[0].Y, points[0].X, points[0].Y);
        foreach (var point in points)
        {
            bounds.Left = MathF.Min(bounds.Left, point.X);
            bounds.Top = MathF.Min(bounds.Top, point.Y);
            bounds.Right = MathF.Max(bounds.Right, point.X);
            bounds.Bottom = MathF.Max(bounds.Bottom, point.Y);
        }

        return float.IsFinite(bounds.Width + bounds.Height) ? bounds : default;
    }
}
