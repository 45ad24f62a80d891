namespace SkiaSharp;

/// <summary>A colour that is not premultiplied, eight bits a channel.</summary>
public readonly struct SKColor(byte red, byte green, byte blue, byte alpha)
{
    public SKColor(byte red, byte green, byte blue)
        : this(red, green, blue, byte.MaxValue)
    {
    }

    public byte Red { get; } = red;

    public byte Green { get; } = green;

    public byte Blue { get; } = blue;

    public byte Alpha { get; } = alpha;

    public override string ToString() => $"#{Alpha:x2}{Red:x2}{Green:x2}{Blue:x2}";
}
