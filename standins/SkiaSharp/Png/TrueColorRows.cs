using System.Buffers;
using SkiaSharp.Raster;

namespace SkiaSharp.Png;

/// <summary>
/// Rows of red, green, blue and perhaps alpha, not premultiplied. Each is filtered by what makes it smallest, as the
/// sum of its bytes taken as signed (PNG, 12.8): as it is, as the difference to the left, or to the row above.
/// </summary>
internal static class TrueColorRows
{
    private const int None = 0;
    private const int Sub = 1;
    private const int Up = 2;

    internal static bool IsOpaque(ReadOnlySpan<uint> pixels)
    {
        foreach (var pixel in pixels)
        {
            if (pixel >> 24 != byte.MaxValue)
                return false;
        }

        return true;
    }

    /// <returns>The length of the rows, which stand in a rented array.</returns>
    internal static int Filter(PixelBuffer picture, int channels, out byte[] rows)
    {
        var length = picture.Width * channels;
        var stride = length + 1;
        rows = ArrayPool<byte>.Shared.Rent(stride * picture.Height);
        var two = ArrayPool<byte>.Shared.Rent(length * 2);
        var row = two.AsSpan(0, length);
        var above = two.AsSpan(length, length);
        above.Clear();
        for (var y = 0; y < picture.Height; y++)
        {
            Spread(picture.Row(y), row, channels);
            FilterRow(row, above, channels, rows.AsSpan(y * stride, stride));
            var next = above;
            above = row;
            row = next;
        }

        ArrayPool<byte>.Shared.Return(two);
        return stride * picture.Height;
    }

    private static void Spread(ReadOnlySpan<uint> pixels, Span<byte> row, int channels)
    {
        var at = 0;
        foreach (var pixel in pixels)
        {
            var alpha = pixel >> 24;
            row[at] = Unmultiplied(pixel >> 16, alpha);
            row[at + 1] = Unmultiplied(pixel >> 8, alpha);
            row[at + 2] = Unmultiplied(pixel, alpha);
            if (channels == 4)
                row[at + 3] = (byte)alpha;
            at += channels;
        }
    }

    private static byte Unmultiplied(uint channel, uint alpha) => alpha switch
    {
        byte.MaxValue => (byte)channel,
        0 => 0,
        _ => (byte)Math.Min(((((byte)channel) * 255) + (alpha / 2)) / alpha, 255),
    };

    private static void FilterRow(ReadOnlySpan<byte> row, ReadOnlySpan<byte> above, int channels, Span<byte> target)
    {
        var (none, sub, up) = (0, 0, 0);
        for (var i = 0; i < row.Length; i++)
        {
            none += Size(row[i]);
            sub += Size(row[i] - Left(row, i, channels));
            up += Size(row[i] - above[i]);
        }

        var filter = up <= sub && up <= none ? Up : sub <= none ? Sub : None;
        target[0] = (byte)filter;
        for (var i = 0; i < row.Length; i++)
        {
            var expected = filter switch { Sub => Left(row, i, channels), Up => above[i], _ => 0 };
            target[i + 1] = (byte)(row[i] - expected);
        }
    }

    private static int Left(ReadOnlySpan<byte> row, int i, int channels) => i < channels ? 0 : row[i - channels];

    private static int Size(int difference) => Math.Abs((int)(sbyte)difference);
}
