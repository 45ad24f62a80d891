using SkiaSharp.Geometry;
using SkiaSharp.Raster;

namespace SkiaSharp;

/// <summary>Draws on a surface, through a matrix. Every change of the matrix comes before what it already does.</summary>
public sealed class SKCanvas : IDisposable
{
    private readonly PixelBuffer _pixels;
    private Rasterizer? _rasterizer;
    private SKMatrix[] _saved = new SKMatrix[4];
    private int _savedCount;
    private SKMatrix _matrix = SKMatrix.Identity;

    internal SKCanvas(PixelBuffer pixels) => _pixels = pixels;

    /// <summary>Sets every pixel, whatever was there.</summary>
    public void Clear(SKColor color) => _pixels.Pixels.Fill(Ink.Premultiplied(color, Ink.FullLevel));

    /// <summary>Keeps the matrix for <see cref="Restore"/>, and tells how many there were to go back to: 1 at first.</summary>
    public int Save()
    {
        if (_savedCount == _saved.Length)
            Array.Resize(ref _saved, _savedCount * 2);
        _saved[_savedCount++] = _matrix;
        return _savedCount;
    }

    /// <summary>Goes back to the matrix of the last <see cref="Save"/>; without one nothing happens.</summary>
    public void Restore() => _matrix = _savedCount > 0 ? _saved[--_savedCount] : _matrix;

    public void Translate(float dx, float dy) => Concat(SKMatrix.CreateTranslation(dx, dy));

    public void Scale(float sx, float sy) => Concat(SKMatrix.CreateScale(sx, sy));

    public void RotateDegrees(float degrees) => Concat(SKMatrix.CreateRotationDegrees(degrees));

    public void Skew(float sx, float sy) => Concat(SKMatrix.CreateSkew(sx, sy));

    public void DrawPath(SKPath path, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(path);
        ArgumentNullException.ThrowIfNull(paint);
        Draw(path.Buffer, path.FillType, paint, paint.Style);
    }

    /// <summary>Strokes a line, whatever the paint's style.</summary>
    public void DrawLine(float x0, float y0, float x1, float y1, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(paint);
        var shape = NewShape();
        shape.Move(x0, y0);
        shape.Line(x1, y1);
        Draw(shape, SKPathFillType.Winding, paint, SKPaintStyle.Stroke);
    }

    public void DrawRect(float x, float y, float w, float h, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(paint);
        var shape = NewShape();
        shape.Move(x, y);
        shape.Line(x + w, y);
        shape.Line(x + w, y + h);
        shape.Line(x, y + h);
        shape.Close();
        Draw(shape, SKPathFillType.Winding, paint, paint.Style);
    }

    /// <summary>A circle; a negative radius is one of 0.</summary>
    public void DrawCircle(float cx, float cy, float radius, SKPaint paint)
    {
        ArgumentNullException.ThrowIfNull(paint);
        var shape = NewShape();
        Circle.AddTo(shape, cx, cy, MathF.Max(radius, 0), SKPathDirection.Clockwise);
        Draw(shape, SKPathFillType.Winding, paint, paint.Style);
    }

    public void Dispose()
    {
        Interlocked.Exchange(ref _rasterizer, null)?.Return();
    }

    private void Concat(in SKMatrix matrix) => _matrix = _matrix.PreConcat(matrix);

    private PathBuffer NewShape()
    {
        var shape = (_rasterizer ??= Rasterizer.Rent()).Shape;
        shape.Clear();
        return shape;
    }

    private void Draw(PathBuffer path, SKPathFillType fillType, SKPaint paint, SKPaintStyle style) =>
        (_rasterizer ??= Rasterizer.Rent()).Draw(_pixels, path, fillType, _matrix, paint, style);
}
