namespace SkiaSharp.Raster;

/// <summary>A colour at each level of coverage, and the blending of it over what is there (source over).</summary>
internal sealed class Ink
{
    /// <summary>Full coverage. Sixteen levels look smooth, and one ink on one ground fits a palette of four bits.</summary>
    internal const int FullLevel = 15;

    private readonly uint[] _levels = new uint[FullLevel + 1];

    private bool IsOpaque => _levels[FullLevel] >> 24 == byte.MaxValue;

    /// <summary>The colour premultiplied, as pixels have it.</summary>
    internal static uint Premultiplied(SKColor color, int level)
    {
        var alpha = (uint)(((color.Alpha * level * 2) + FullLevel) / (2 * FullLevel));
        return (alpha << 24) | (Part(color.Red, alpha) << 16) | (Part(color.Green, alpha) << 8) | Part(color.Blue, alpha);
    }

    internal void Set(SKColor color)
    {
        for (var level = 0; level <= FullLevel; level++)
            _levels[level] = Premultiplied(color, level);
    }

    /// <summary>Blends a run of pixels covered alike.</summary>
    internal void Blend(Span<uint> pixels, int level)
    {
        var source = _levels[level];
        if (level == FullLevel && IsOpaque)
        {
            pixels.Fill(source);
            return;
        }

        var rest = 255 - (source >> 24);
        foreach (ref var pixel in pixels)
            pixel = source + Scaled(pixel, rest);
    }

    private static uint Part(uint channel, uint alpha) => ((channel * alpha) + 127) / 255;

    // Each channel times factor / 255, rounded, two channels at a time: (x + (x >> 8) + 128) >> 8 is that for 8 bits.
    private static uint Scaled(uint pixel, uint factor)
    {
        var even = ((pixel & 0x00ff00ff) * factor) + 0x00800080;
        var odd = (((pixel >> 8) & 0x00ff00ff) * factor) + 0x00800080;
        even = ((even + ((even >> 8) & 0x00ff00ff)) >> 8) & 0x00ff00ff;
        odd = (odd + ((odd >> 8) & 0x00ff00ff)) & 0xff00ff00;
        return even | odd;
    }
}
