using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>What was drawn in black on nothing, so that the alpha of a pixel is how much of it is covered.</summary>
internal sealed class Sheet
{
    private readonly PngFile _png;

    private Sheet(PngFile png) => _png = png;

    internal double this[int x, int y] => _png[x, y].A / 255d;

    /// <summary>In pixels.</summary>
    internal double Area => Values.Sum();

    internal IEnumerable<double> Values =>
        from y in Enumerable.Range(0, _png.Height) from x in Enumerable.Range(0, _png.Width) select this[x, y];

    internal static SKPaint Filled => new() { IsAntialias = true };

    internal static SKPaint Stroked(
        float width,
        SKStrokeCap cap = SKStrokeCap.Butt,
        SKStrokeJoin join = SKStrokeJoin.Miter) => new()
        {
            IsAntialias = true,
            Style = SKPaintStyle.Stroke,
            StrokeWidth = width,
            StrokeCap = cap,
            StrokeJoin = join,
        };

    internal static Sheet Draw(Action<SKCanvas> draw, int width = 64, int height = 64)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        draw(surface.Canvas);
        return new(new PngFile(Encoded(surface)));
    }

    /// <summary>What a path drawn by itself covers.</summary>
    internal static Sheet Draw(string path, SKPaint paint, SKPathFillType fillType = SKPathFillType.Winding)
    {
        using var parsed = SKPath.ParseSvgPathData(path);
        parsed.FillType = fillType;
        return Draw(canvas => canvas.DrawPath(parsed, paint));
    }

    internal static byte[] Encoded(SKSurface surface)
    {
        using var image = surface.Snapshot();
        using var data = image.Encode(SKEncodedImageFormat.Png, 100);
        return data.ToArray();
    }

    /// <summary>The mean difference of two pictures' coverage.</summary>
    internal double DifferenceTo(Sheet other) => Values.Zip(other.Values, (a, b) => Math.Abs(a - b)).Average();
}
