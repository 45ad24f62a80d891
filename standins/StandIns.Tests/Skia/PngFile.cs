using System.Buffers.Binary;
using System.IO.Compression;
using System.Text;

namespace StandIns.Tests.Skia;

/// <summary>A PNG file read by the letter of its specification, by code that shares nothing with the writer.</summary>
internal sealed class PngFile
{
    private readonly byte[] _header;
    private readonly byte[] _palette = [];
    private readonly byte[] _rows;

    internal PngFile(ReadOnlySpan<byte> file)
    {
        Assert.Equal<byte>([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a], file[..8].ToArray());
        using var data = new MemoryStream();
        for (var at = 8; at < file.Length;)
        {
            var length = BinaryPrimitives.ReadInt32BigEndian(file[at..]);
            var checkedPart = file.Slice(at + 4, length + 4);
            Assert.Equal(Check(checkedPart), BinaryPrimitives.ReadUInt32BigEndian(file[(at + 8 + length)..]));
            var type = Encoding.ASCII.GetString(checkedPart[..4]);
            Chunks.Add(type);
            if (type == "IHDR")
                _header = checkedPart[4..].ToArray();
            else if (type == "PLTE")
                _palette = checkedPart[4..].ToArray();
            else if (type == "IDAT")
                data.Write(checkedPart[4..]);
            at += length + 12;
        }

        Assert.NotNull(_header);
        Assert.Equal<byte>([0, 0, 0], _header[10..]);
        data.Position = 0;
        _rows = Unfiltered(data);
    }

    internal List<string> Chunks { get; } = [];

    internal int Width => BinaryPrimitives.ReadInt32BigEndian(_header);

    internal int Height => BinaryPrimitives.ReadInt32BigEndian(_header.AsSpan(4));

    internal int BitDepth => _header[8];

    /// <summary>2 is RGB, 3 with a palette, 6 RGBA.</summary>
    internal int ColorType => _header[9];

    internal int PaletteLength => _palette.Length / 3;

    /// <summary>The bytes of the filters that the rows use.</summary>
    internal HashSet<int> Filters { get; } = [];

    private int Channels => ColorType switch { 2 => 3, 3 => 1, 6 => 4, _ => throw new InvalidDataException() };

    private int RowLength => ((Width * Channels * BitDepth) + 7) / 8;

    internal (byte R, byte G, byte B, byte A) this[int x, int y]
    {
        get
        {
            var row = _rows.AsSpan(y * RowLength, RowLength);
            if (ColorType != 3)
                return (row[x * Channels], row[(x * Channels) + 1], row[(x * Channels) + 2], Channels == 4 ? row[(x * 4) + 3] : (byte)255);

            var bit = x * BitDepth;
            var index = (row[bit / 8] >> (8 - BitDepth - (bit % 8))) & ((1 << BitDepth) - 1);
            return (_palette[index * 3], _palette[(index * 3) + 1], _palette[(index * 3) + 2], 255);
        }
    }

    // Bit by bit: the polynomial of ISO 3309, the lowest bit first.
    private static uint Check(ReadOnlySpan<byte> bytes)
    {
        var crc = 0xffffffffu;
        foreach (var one in bytes)
        {
            for (var bit = 0; bit < 8; bit++)
                crc = (((crc ^ (uint)(one >> bit)) & 1) * 0xEDB88320u) ^ (crc >> 1);
        }

        return ~crc;
    }

    private byte[] Unfiltered(Stream data)
    {
        using var zlib = new ZLibStream(data, CompressionMode.Decompress);
        using var copy = new MemoryStream();
        zlib.CopyTo(copy);
        var filtered = copy.ToArray();
        Assert.Equal((RowLength + 1) * Height, filtered.Length);
        var rows = new byte[RowLength * Height];
        var step = Math.Max(1, Channels * BitDepth / 8);
        for (var i = 0; i < rows.Length; i++)
        {
            var (y, x) = (i / RowLength, i % RowLength);
            var filter = filtered[y * (RowLength + 1)];
            Filters.Add(filter);
            var left = x < step ? 0 : rows[i - step];
            var up = y == 0 ? 0 : rows[i - RowLength];
            var corner = x < step || y == 0 ? 0 : rows[i - RowLength - step];
            rows[i] = (byte)(filtered[i + y + 1] + Expected(filter, left, up, corner));
        }

        return rows;
    }

    private static int Expected(int filter, int left, int up, int corner) => filter switch
    {
        0 => 0,
        1 => left,
        2 => up,
        3 => (left + up) / 2,
        4 => Paeth(left, up, corner),
        _ => throw new InvalidDataException($"There is no filter {filter}."),
    };

    private static int Paeth(int left, int up, int corner)
    {
        var (a, b, c) = (Math.Abs(up - corner), Math.Abs(left - corner), Math.Abs(left + up - (2 * corner)));
        return a <= b && a <= c ? left : b <= c ? up : corner;
    }
}
