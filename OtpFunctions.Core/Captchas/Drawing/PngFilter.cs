namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>The filters that stand before the compression of a PNG (PNG, third edition, 9.2).</summary>
internal static class PngFilter
{
    /// <summary>Turns filtered rows into pixels, in place.</summary>
    /// <param name="rows">Of each row its filter, then its bytes.</param>
    /// <param name="length">Bytes of a row without its filter.</param>
    /// <param name="pixel">Bytes of a pixel.</param>
    public static void Undo(Span<byte> rows, int length, int pixel)
    {
        for (var at = 0; at < rows.Length; at += length + 1)
        {
            var row = rows.Slice(at + 1, length);
            var above = at == 0 ? default : rows.Slice(at - length, length);
            Undo(rows[at], row, above, pixel);
        }
    }

    private static void Undo(byte filter, Span<byte> row, ReadOnlySpan<byte> above, int pixel)
    {
        for (var i = 0; i < row.Length; i++)
        {
            var left = i < pixel ? 0 : row[i - pixel];
            var up = above.IsEmpty ? 0 : above[i];
            var corner = above.IsEmpty || i < pixel ? 0 : above[i - pixel];
            row[i] += (byte)(filter switch
            {
                0 => 0,
                1 => left,
                2 => up,
                3 => (left + up) / 2,
                4 => Paeth(left, up, corner),
                _ => throw new InvalidDataException($"A PNG has no filter {filter}."),
            });
        }
    }

    private static int Paeth(int left, int up, int corner)
    {
        var guess = left + up - corner;
        var (toLeft, toUp, toCorner) = (Math.Abs(guess - left), Math.Abs(guess - up), Math.Abs(guess - corner));
        return toLeft <= toUp && toLeft <= toCorner ? left : toUp <= toCorner ? up : corner;
    }
}
