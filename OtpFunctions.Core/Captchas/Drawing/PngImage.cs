using System.Buffers.Binary;
using System.IO.Compression;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>The pixels of a PNG of true colour, 8 bits a channel, as Skia's encoder writes them.</summary>
internal sealed class PngImage
{
    private const int SignatureLength = 8;
    private const int ChunkOverhead = 12;
    private const int TypeOffset = 4;
    private const int DataOffset = 8;

    private PngImage(int width, int height, int channels, byte[] rows) =>
        (Width, Height, Channels, Rows) = (width, height, channels, rows);

    public int Width { get; }

    public int Height { get; }

    /// <summary>3, or 4 with alpha: bytes a pixel.</summary>
    public int Channels { get; }

    /// <summary>Each row: one byte without meaning, then its pixels.</summary>
    public byte[] Rows { get; }

    /// <summary>The image, or null when it is not of true colour (as where an encoder has found a palette).</summary>
    public static PngImage? Read(ReadOnlySpan<byte> png)
    {
        var header = png[(SignatureLength + DataOffset)..];
        var (depth, type, interlace) = (header[8], header[9], header[12]);
        if (depth != 8 || type is not (2 or 6) || interlace != 0)
        {
            return null;
        }

        var (width, height) = (BinaryPrimitives.ReadInt32BigEndian(header), BinaryPrimitives.ReadInt32BigEndian(header[4..]));
        var channels = type == 2 ? 3 : 4;
        var rows = new byte[height * (1 + (width * channels))];
        using var data = new MemoryStream();
        for (var rest = png[SignatureLength..]; !rest.IsEmpty;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(rest);
            if (rest[TypeOffset..DataOffset].SequenceEqual("IDAT"u8))
            {
                data.Write(rest.Slice(DataOffset, length));
            }

            rest = rest[(ChunkOverhead + length)..];
        }

        data.Position = 0;
        using var inflated = new ZLibStream(data, CompressionMode.Decompress);
        inflated.ReadExactly(rows);
        PngFilter.Undo(rows, width * channels, channels);
        return new PngImage(width, height, channels, rows);
    }
}
