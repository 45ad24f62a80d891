using System.Globalization;

namespace OtpFunctions.Core.Captchas;

/// <summary>An opaque sRGB colour.</summary>
internal readonly record struct PictureColor(byte Red, byte Green, byte Blue)
{
    /// <summary>Reads <c>#1B3A6B</c>.</summary>
    public static bool TryParse(ReadOnlySpan<char> text, out PictureColor color)
    {
        color = default;
        if (text.Length != 7 || text[0] != '#'
            || !int.TryParse(text[1..], NumberStyles.AllowHexSpecifier, CultureInfo.InvariantCulture, out var rgb))
        {
            return false;
        }

        color = new PictureColor((byte)(rgb >> 16), (byte)(rgb >> 8), (byte)rgb);
        return true;
    }

    /// <summary>The contrast ratio of WCAG 2.2, from 1 (none) to 21 (black on white).</summary>
    public double ContrastTo(PictureColor other)
    {
        var (one, two) = (Luminance, other.Luminance);
        return (Math.Max(one, two) + 0.05) / (Math.Min(one, two) + 0.05);
    }

    // Relative luminance: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance
    private double Luminance => (0.2126 * Linear(Red)) + (0.7152 * Linear(Green)) + (0.0722 * Linear(Blue));

    private static double Linear(byte channel)
    {
        var value = channel / 255.0;
        return value <= 0.04045 ? value / 12.92 : Math.Pow((value + 0.055) / 1.055, 2.4);
    }
}
