using SkiaSharp.Raster;

namespace SkiaSharp;

/// <summary>Pixels that can be drawn on; all transparent at first.</summary>
public sealed class SKSurface : IDisposable
{
    private readonly PixelBuffer _pixels;

    private SKSurface(PixelBuffer pixels)
    {
        _pixels = pixels;
        Canvas = new SKCanvas(pixels);
    }

    public SKCanvas Canvas { get; }

    /// <summary>A surface of this size, or null when there can be none, as in the package, which is not annotated.</summary>
    public static SKSurface Create(SKImageInfo info) =>
        PixelBuffer.CanBe(info.Width, info.Height) ? new(PixelBuffer.Rent(info.Width, info.Height)) : null!;

    /// <summary>The picture as it is now: what is drawn later is not in it.</summary>
    public SKImage Snapshot() => new(_pixels.Copy());

    public void Dispose()
    {
        Canvas.Dispose();
        _pixels.Dispose();
    }
}
