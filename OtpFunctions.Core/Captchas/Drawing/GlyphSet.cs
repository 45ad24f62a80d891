using SkiaSharp;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>The symbols that can be drawn, each in every style.</summary>
internal static class GlyphSet
{
    /// <summary>
    /// Left out, since turned by 30 degrees and crossed by a curve they look, in either case, like each other or like the
    /// one behind them: 0 O D Q, 1 I L J, 5 S, 4 (A), 7 (T), B (8), F (E), G (6), P (R), V and W (N), Y (X), Z (2).
    /// </summary>
    public const string Symbols = "23689ACEHKMNRTUX";

    public static IReadOnlyList<GlyphStyle> Styles { get; } =
    [
        new(PlainStyle.Find, 7.5f, SKStrokeCap.Butt),
        new(SlabStyle.Find, 7, SKStrokeCap.Butt),
        new(HandStyle.Find, 7.5f, SKStrokeCap.Round),
    ];
}
