using System.Buffers;

namespace SkiaSharp.Png;

/// <summary>Rows of palette indices, not filtered: filters look for gradients, which indices are not.</summary>
internal static class IndexedRows
{
    /// <summary>Packs the indices, the leftmost in the highest bits.</summary>
    /// <returns>The length of the rows, which stand in a rented array.</returns>
    internal static int Pack(ReadOnlySpan<byte> indices, int width, int height, int bits, out byte[] rows)
    {
        var stride = 1 + (((width * bits) + 7) / 8);
        rows = ArrayPool<byte>.Shared.Rent(stride * height);
        var perByte = 8 / bits;
        for (var y = 0; y < height; y++)
        {
            var row = rows.AsSpan(y * stride, stride);
            var from = indices.Slice(y * width, width);
            row[0] = 0;
            if (bits == 8)
                from.CopyTo(row[1..]);
            else
                PackRow(from, row[1..], bits, perByte);
        }

        return stride * height;
    }

    private static void PackRow(ReadOnlySpan<byte> indices, Span<byte> row, int bits, int perByte)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var packed = 0;
            var some = indices.Slice(i * perByte, Math.Min(perByte, indices.Length - (i * perByte)));
            foreach (var index in some)
                packed = (packed << bits) | index;
            row[i] = (byte)(packed << ((perByte - some.Length) * bits));
        }
    }
}
