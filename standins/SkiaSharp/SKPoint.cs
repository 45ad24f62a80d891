namespace SkiaSharp;

public struct SKPoint(float x, float y)
{
    public float X { readonly get; set; } = x;

    public float Y { readonly get; set; } = y;

    public override readonly string ToString() => $"{{X={X}, Y={Y}}}";
}
