using SkiaSharp;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>A way to write the symbols: the skeletons, and the pen that follows them.</summary>
/// <param name="find">The skeleton's data of a symbol; null where there is none.</param>
/// <param name="pen">The width of the stroke in skeleton units.</param>
/// <param name="cap">How a stroke ends.</param>
internal sealed class GlyphStyle(Func<char, string?> find, float pen, SKStrokeCap cap)
{
    // Read when first drawn; in a race more than once, with equal results.
    private readonly Skeleton?[] _skeletons = new Skeleton?['Z' + 1];

    public float Pen => pen;

    public SKStrokeCap Cap => cap;

    /// <summary>The skeleton of a symbol in upper case.</summary>
    public Skeleton this[char symbol] => symbol < _skeletons.Length
        ? _skeletons[symbol] ??= Skeleton.Parse(find(symbol) ?? throw Unknown())
        : throw Unknown();

    // The text is an answer: it stays out of the message.
    private static ArgumentException Unknown() => new("The text has a symbol that has no glyph.");
}
