using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>A PNG taken apart: its chunks, checked, and its pixels. Knows palettes without a filter, which is what is written.</summary>
internal sealed class DecodedPicture
{
    private readonly byte[] _pixels;

    public DecodedPicture(byte[] png)
    {
        Assert.Equal([0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A], png[..8]);
        for (var at = 8; at < png.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(png.AsSpan(at));
            var chunk = png.AsSpan(at + 4, 4 + length);
            Assert.Equal(Crc(chunk), BinaryPrimitives.ReadUInt32BigEndian(png.AsSpan(at + 8 + length)));
            Chunks.Add((Encoding.ASCII.GetString(chunk[..4]), chunk[4..].ToArray()));
            at += 12 + length;
        }

        var header = Data("IHDR");
        Width = BinaryPrimitives.ReadInt32BigEndian(header);
        Height = BinaryPrimitives.ReadInt32BigEndian(header.AsSpan(4));
        _pixels = Unpack(header[8], header[9]);
    }

    public List<(string Type, byte[] Data)> Chunks { get; } = [];

    public int Width { get; }

    public int Height { get; }

    public (byte Red, byte Green, byte Blue) this[int x, int y]
    {
        get
        {
            var at = 3 * _pixels[(y * Width) + x];
            var palette = Data("PLTE");
            return (palette[at], palette[at + 1], palette[at + 2]);
        }
    }

    public byte[] Data(string type) => [.. Chunks.Where(chunk => chunk.Type == type).SelectMany(chunk => chunk.Data)];

    /// <summary>How far each pixel is from white, 0 to 255.</summary>
    public byte[] Darkness()
    {
        var dark = new byte[Width * Height];
        for (var i = 0; i < dark.Length; i++)
        {
            var (red, green, blue) = this[i % Width, i / Width];
            dark[i] = (byte)(255 - ((red + green + blue) / 3));
        }

        return dark;
    }

    private byte[] Unpack(int depth, int type)
    {
        Assert.Equal(3, type);
        using var inflated = new ZLibStream(new MemoryStream(Data("IDAT")), CompressionMode.Decompress);
        var stride = 1 + (((Width * depth) + 7) / 8);
        var rows = new byte[Height * stride];
        inflated.ReadExactly(rows);
        Assert.Equal(-1, inflated.ReadByte());
        var pixels = new byte[Width * Height];
        for (var i = 0; i < pixels.Length; i++)
        {
            var bit = i % Width * depth;
            Assert.Equal(0, rows[i / Width * stride]);
            pixels[i] = (byte)((rows[(i / Width * stride) + 1 + (bit / 8)] >> (8 - depth - (bit % 8))) & ((1 << depth) - 1));
        }

        return pixels;
    }

    // PNG, third edition, annex D, a bit at a time.
    private static uint Crc(ReadOnlySpan<byte> bytes)
    {
        var crc = uint.MaxValue;
        foreach (var one in bytes)
        {
            crc ^= one;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
        }

        return ~crc;
    }
}
