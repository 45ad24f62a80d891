namespace SkiaSharp.Png;

/// <summary>Finds the colours of an opaque picture, in the order in which they appear.</summary>
internal static class Palette
{
    internal const int MostColors = 256;

    // Twice as many places as colours, so that a search is short.
    private const int Places = 2 * MostColors;
    private const int PlaceBits = 9;

    /// <summary>How many colours there are, 0 when too many or when one is not opaque.</summary>
    /// <param name="pixels">The picture.</param>
    /// <param name="indices">Takes, for each pixel, the index of its colour.</param>
    /// <param name="colors">Takes the colours.</param>
    internal static int Find(ReadOnlySpan<uint> pixels, Span<byte> indices, Span<uint> colors)
    {
        // An opaque colour is never 0, which so marks a free place.
        Span<uint> keys = stackalloc uint[Places];
        Span<byte> values = stackalloc byte[Places];
        keys.Clear();
        var count = 0;
        // No pixel is this one: its parts are greater than its alpha.
        var last = 0x00ffffffu;
        byte index = 0;
        for (var i = 0; i < pixels.Length; i++)
        {
            var pixel = pixels[i];
            if (pixel != last)
            {
                if (pixel >> 24 != byte.MaxValue)
                    return 0;

                var place = PlaceOf(keys, pixel);
                if (keys[place] == 0)
                {
                    if (count == MostColors)
                        return 0;

                    keys[place] = pixel;
                    values[place] = (byte)count;
                    colors[count++] = pixel;
                }

                index = values[place];
                last = pixel;
            }

            indices[i] = index;
        }

        return count;
    }

    private static int PlaceOf(ReadOnlySpan<uint> keys, uint pixel)
    {
        // Fibonacci hashing: the golden ratio of 2^32.
        var place = (int)((pixel * 2654435769u) >> (32 - PlaceBits));
        while (keys[place] != 0 && keys[place] != pixel)
            place = (place + 1) % Places;
        return place;
    }
}
