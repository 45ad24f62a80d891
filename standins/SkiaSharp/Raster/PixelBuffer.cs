using System.Buffers;

namespace SkiaSharp.Raster;

/// <summary>
/// Pixels from the shared pool, row by row: premultiplied, alpha in the highest byte, then red, green and blue.
/// </summary>
internal sealed class PixelBuffer : IDisposable
{
    // As many as keep the byte count of a picture, with its filter bytes, within an int.
    private const long MostPixels = int.MaxValue / 8;

    private uint[]? _pixels;

    private PixelBuffer(int width, int height)
    {
        Width = width;
        Height = height;
        _pixels = ArrayPool<uint>.Shared.Rent(width * height);
    }

    internal int Width { get; }

    internal int Height { get; }

    internal Span<uint> Pixels
    {
        get
        {
            ObjectDisposedException.ThrowIf(_pixels is null, this);
            return _pixels.AsSpan(0, Width * Height);
        }
    }

    public void Dispose()
    {
        if (Interlocked.Exchange(ref _pixels, null) is { } pixels)
            ArrayPool<uint>.Shared.Return(pixels);
    }

    internal static bool CanBe(int width, int height) =>
        width > 0 && height > 0 && (long)width * height <= MostPixels;

    /// <summary>A transparent picture.</summary>
    internal static PixelBuffer Rent(int width, int height)
    {
        var buffer = new PixelBuffer(width, height);
        buffer.Pixels.Clear();
        return buffer;
    }

    internal PixelBuffer Copy()
    {
        var pixels = Pixels;
        var copy = new PixelBuffer(Width, Height);
        pixels.CopyTo(copy.Pixels);
        return copy;
    }

    internal Span<uint> Row(int y) => Pixels.Slice(y * Width, Width);
}
