namespace SkiaSharp;

public struct SKRect(float left, float top, float right, float bottom)
{
    public float Left { readonly get; set; } = left;

    public float Top { readonly get; set; } = top;

    public float Right { readonly get; set; } = right;

    public float Bottom { readonly get; set; } = bottom;

    public readonly float Width => Right - Left;

    public readonly float Height => Bottom - Top;

    public readonly float MidX => Left + (Width / 2);

    public readonly float MidY => Top + (Height / 2);

    public override readonly string ToString() => $"{{Left={Left},Top={Top},Width={Width},Height={Height}}}";
}
