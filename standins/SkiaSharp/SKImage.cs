using SkiaSharp.Png;
using SkiaSharp.Raster;

namespace SkiaSharp;

/// <summary>A picture that no longer changes.</summary>
public sealed class SKImage : IDisposable
{
    private readonly PixelBuffer _pixels;

    internal SKImage(PixelBuffer pixels) => _pixels = pixels;

    public int Width => _pixels.Width;

    public int Height => _pixels.Height;

    /// <summary>The picture in a format, or null when there is no encoder for it: here PNG alone has one.</summary>
    /// <param name="format">The format.</param>
    /// <param name="quality">Of no meaning for PNG, which loses nothing.</param>
    public SKData Encode(SKEncodedImageFormat format, int quality) =>
        format == SKEncodedImageFormat.Png ? PngEncoder.Encode(_pixels) : null!;

    public void Dispose() => _pixels.Dispose();
}
