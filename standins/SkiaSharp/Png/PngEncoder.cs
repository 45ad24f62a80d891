using System.Buffers;
using System.IO.Compression;
using SkiaSharp.Raster;

namespace SkiaSharp.Png;

/// <summary>
/// Writes PNG files: with a palette, and as few bits a pixel as it needs, when a picture is opaque and has 256 colours
/// at most; as RGB when it is opaque, else as RGBA. The same picture always gives the same bytes.
/// </summary>
internal static class PngEncoder
{
    private const byte Rgb = 2;
    private const byte Indexed = 3;
    private const byte Rgba = 6;

    // Measured on pictures of strokes of 160 by 60: the search for more than runs (levels 5 and 6 of the usual strategy)
    // takes two to three times as long and saves one byte of a hundred.
    private static readonly ZLibCompressionOptions Deflate = new()
    {
        CompressionLevel = 1,
        CompressionStrategy = ZLibCompressionStrategy.RunLengthEncoding,
    };

    private static ReadOnlySpan<byte> Signature => [0x89, (byte)'P', (byte)'N', (byte)'G', 13, 10, 26, 10];

    internal static SKData Encode(PixelBuffer picture)
    {
        using var png = new PngBuffer();
        png.Write(Signature);
        var pixels = picture.Pixels;
        var indices = ArrayPool<byte>.Shared.Rent(pixels.Length);
        Span<uint> colors = stackalloc uint[Palette.MostColors];
        var count = Palette.Find(pixels, indices, colors);
        if (count > 0)
            WriteIndexed(png, picture, indices, colors[..count]);
        else
            WriteTrueColor(png, picture);

        ArrayPool<byte>.Shared.Return(indices);
        png.StartChunk("IEND"u8);
        png.EndChunk();
        return png.Detach();
    }

    private static void WriteIndexed(PngBuffer png, PixelBuffer picture, byte[] indices, ReadOnlySpan<uint> colors)
    {
        var bits = colors.Length switch { <= 2 => 1, <= 4 => 2, <= 16 => 4, _ => 8 };
        WriteHeader(png, picture, bits, Indexed);
        png.StartChunk("PLTE"u8);
        foreach (var color in colors)
        {
            png.WriteByte((byte)(color >> 16));
            png.WriteByte((byte)(color >> 8));
            png.WriteByte((byte)color);
        }

        png.EndChunk();
        var length = IndexedRows.Pack(indices, picture.Width, picture.Height, bits, out var rows);
        WriteData(png, rows, length);
    }

    private static void WriteTrueColor(PngBuffer png, PixelBuffer picture)
    {
        var isOpaque = TrueColorRows.IsOpaque(picture.Pixels);
        WriteHeader(png, picture, 8, isOpaque ? Rgb : Rgba);
        var length = TrueColorRows.Filter(picture, isOpaque ? 3 : 4, out var rows);
        WriteData(png, rows, length);
    }

    private static void WriteHeader(PngBuffer png, PixelBuffer picture, int bits, byte colorType)
    {
        png.StartChunk("IHDR"u8);
        png.WriteNumber(picture.Width);
        png.WriteNumber(picture.Height);
        png.Write([(byte)bits, colorType, 0, 0, 0]);
        png.EndChunk();
    }

    // Takes the rows, which are rented.
    private static void WriteData(PngBuffer png, byte[] rows, int length)
    {
        png.StartChunk("IDAT"u8);
        using (var zlib = new ZLibStream(png, Deflate, leaveOpen: true))
            zlib.Write(rows, 0, length);
        png.EndChunk();
        ArrayPool<byte>.Shared.Return(rows);
    }
}
