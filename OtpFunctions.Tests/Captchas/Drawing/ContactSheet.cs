using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>
/// Pictures with their texts below in plain type: six rows at the normal difficulty, one at the low and one at the high.
/// </summary>
internal sealed class ContactSheet
{
    private const int Columns = 4;
    private const int Gap = 8;
    private const int LabelHeight = 16;
    private const float CapHeight = 9;
    private const int CellWidth = 160 + Gap;
    private const int CellHeight = 60 + LabelHeight + Gap;
    private const byte Grey = 0xE4;

    private static readonly PictureDifficulty[] Rows =
    [
        .. Enumerable.Repeat(PictureDifficulty.Normal, 6), PictureDifficulty.Low, PictureDifficulty.High,
    ];

    private readonly byte[] _pixels = new byte[Height * Stride];

    public ContactSheet()
    {
        for (var y = 0; y < Height; y++)
            _pixels.AsSpan((y * Stride) + 1, Stride - 1).Fill(Grey);
        for (var i = 0; i < Rows.Length * Columns; i++)
            Draw(i, Gap + (i % Columns * CellWidth), Gap + (i / Columns * CellHeight));
    }

    public static int Width => (Columns * CellWidth) + Gap;

    public static int Height => (Rows.Length * CellHeight) + Gap;

    /// <summary>Of each row a zero, then three bytes a pixel.</summary>
    public ReadOnlySpan<byte> Pixels => _pixels;

    private static int Stride => 1 + (3 * Width);

    public byte[] ToPng()
    {
        var header = new byte[13];
        BinaryPrimitives.WriteInt32BigEndian(header, Width);
        BinaryPrimitives.WriteInt32BigEndian(header.AsSpan(4), Height);
        (header[8], header[9]) = (8, 2);
        using var data = new MemoryStream();
        using (var deflate = new ZLibStream(data, CompressionLevel.SmallestSize, leaveOpen: true))
            deflate.Write(_pixels);
        return [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A,
            .. Chunk("IHDR", header), .. Chunk("IDAT", data.ToArray()), .. Chunk("IEND", [])];
    }

    private static byte[] Chunk(string type, byte[] data)
    {
        byte[] body = [.. Encoding.ASCII.GetBytes(type), .. data];
        var frame = new byte[8];
        BinaryPrimitives.WriteInt32BigEndian(frame, data.Length);
        BinaryPrimitives.WriteUInt32BigEndian(frame.AsSpan(4), Crc32.Of(body));
        return [.. frame[..4], .. body, .. frame[4..]];
    }

    private void Draw(int number, int left, int top)
    {
        var text = Pictures.Text(number);
        var painter = new PicturePainter(new PictureOptions { Difficulty = Rows[number / Columns] });
        var picture = new DecodedPicture(painter.Paint(text, Pictures.Seed(number)));
        for (var i = 0; i < picture.Width * picture.Height; i++)
        {
            var (x, y) = (i % picture.Width, i / picture.Width);
            Set(left + x, top + y, picture[x, y]);
        }

        for (var i = 0; i < text.Length; i++)
            Write(text[i], left + 10 + (i * 14), top + picture.Height + (LabelHeight / 2) + 2);
    }

    private void Write(char symbol, int middle, int line)
    {
        var raster = new GlyphRaster(GlyphSet.Styles[0], symbol, CapHeight);
        for (var y = -7; y <= 7; y++)
        {
            for (var x = -7; x <= 7; x++)
            {
                var shade = (byte)(Grey * (1 - raster.Darkness(x, y)));
                Set(middle + x, line + y, (shade, shade, shade));
            }
        }
    }

    private void Set(int x, int y, (byte Red, byte Green, byte Blue) color)
    {
        var at = (y * Stride) + 1 + (3 * x);
        (_pixels[at], _pixels[at + 1], _pixels[at + 2]) = (color.Red, color.Green, color.Blue);
    }
}
