namespace SkiaSharp.Png;

/// <summary>The check of a PNG chunk (PNG, annex D): the CRC of ISO 3309, polynomial 0xEDB88320 reflected.</summary>
internal static class Crc32
{
    private static readonly uint[] Table = Fill();

    internal static uint Of(ReadOnlySpan<byte> bytes)
    {
        var table = Table;
        var crc = uint.MaxValue;
        foreach (var one in bytes)
            crc = table[(byte)(crc ^ one)] ^ (crc >> 8);
        return ~crc;
    }

    private static uint[] Fill()
    {
        var table = new uint[256];
        for (var i = 0u; i < table.Length; i++)
        {
            var crc = i;
            for (var bit = 0; bit < 8; bit++)
                crc = (crc & 1) == 0 ? crc >> 1 : 0xEDB88320 ^ (crc >> 1);
            table[i] = crc;
        }

        return table;
    }
}
