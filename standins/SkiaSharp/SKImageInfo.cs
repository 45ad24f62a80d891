namespace SkiaSharp;

public struct SKImageInfo(int width, int height)
{
    public int Width { readonly get; set; } = width;

    public int Height { readonly get; set; } = height;
}
