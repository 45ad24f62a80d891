using System.Buffers.Binary;
using System.IO.Compression;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>
/// Writes a picture in the 16 shades from its paper to its ink, 4 bits a pixel. Skia's encoder writes 32 bits a pixel, of
/// which a default picture takes 6 to 9 KiB, and no reader sees the difference.
/// </summary>
internal static class PngShades
{
    private const int Last = 15;
    private const byte Palette = 3;

    /// <summary>The same picture, smaller; as it is when it is not of true colour.</summary>
    public static ReadOnlySpan<byte> Reduce(ReadOnlySpan<byte> png, PictureColor paper, PictureColor ink)
    {
        if (PngImage.Read(png) is not { } image)
        {
            return png;
        }

        using var written = new MemoryStream();
        written.Write(png[..8]);
        WriteHeader(written, image);
        WriteChunk(written, "PLTE"u8, MakePalette(paper, ink));
        WriteChunk(written, "IDAT"u8, Deflate(Shade(image, paper, ink)));
        WriteChunk(written, "IEND"u8, []);
        return written.ToArray();
    }

    private static void WriteHeader(MemoryStream png, PngImage image)
    {
        Span<byte> header = stackalloc byte[13];
        header.Clear();
        BinaryPrimitives.WriteInt32BigEndian(header, image.Width);
        BinaryPrimitives.WriteInt32BigEndian(header[4..], image.Height);
        (header[8], header[9]) = (4, Palette);
        WriteChunk(png, "IHDR"u8, header);
    }

    private static byte[] MakePalette(PictureColor paper, PictureColor ink)
    {
        var palette = new byte[3 * (Last + 1)];
        for (var i = 0; i <= Last; i++)
        {
            palette[3 * i] = Mix(paper.Red, ink.Red, i);
            palette[(3 * i) + 1] = Mix(paper.Green, ink.Green, i);
            palette[(3 * i) + 2] = Mix(paper.Blue, ink.Blue, i);
        }

        return palette;
    }

    private static byte Mix(byte paper, byte ink, int shade) => (byte)(((paper * (Last - shade)) + (ink * shade)) / Last);

    // Rows of the filter None, two pixels a byte, the left one in the upper half.
    private static byte[] Shade(PngImage image, PictureColor paper, PictureColor ink)
    {
        var (length, pixels) = (1 + ((image.Width + 1) / 2), 1 + (image.Width * image.Channels));
        var packed = new byte[image.Height * length];
        var shades = new ShadeTable(paper, ink);
        for (var y = 0; y < image.Height; y++)
        {
            var row = image.Rows.AsSpan((y * pixels) + 1, pixels - 1);
            for (var x = 0; x < image.Width; x++)
            {
                var shade = shades.Of(row.Slice(x * image.Channels, 3));
                packed[(y * length) + 1 + (x / 2)] |= (byte)(x % 2 == 0 ? shade << 4 : shade);
            }
        }

        return packed;
    }

    private static byte[] Deflate(byte[] rows)
    {
        using var deflated = new MemoryStream();
        using (var stream = new ZLibStream(deflated, CompressionLevel.Optimal))
        {
            stream.Write(rows);
        }

        return deflated.ToArray();
    }

    private static void WriteChunk(MemoryStream png, ReadOnlySpan<byte> type, ReadOnlySpan<byte> data)
    {
        var chunk = new byte[12 + data.Length];
        BinaryPrimitives.WriteInt32BigEndian(chunk, data.Length);
        type.CopyTo(chunk.AsSpan(4));
        data.CopyTo(chunk.AsSpan(8));
        BinaryPrimitives.WriteUInt32BigEndian(chunk.AsSpan(8 + data.Length), Crc32.Of(chunk.AsSpan(4, 4 + data.Length)));
        png.Write(chunk);
    }
}
