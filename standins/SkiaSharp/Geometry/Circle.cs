namespace SkiaSharp.Geometry;

/// <summary>A circle as Skia has it: four conics from the rightmost point on.</summary>
internal static class Circle
{
    // cos 45°: a conic of a quarter turn.
    private const float QuarterWeight = 0.70710678f;

    internal static void AddTo(PathBuffer path, float x, float y, float radius, SKPathDirection direction)
    {
        var down = direction == SKPathDirection.Clockwise ? radius : -radius;
        path.Move(x + radius, y);
        path.Conic(x + radius, y + down, x, y + down, QuarterWeight);
        path.Conic(x - radius, y + down, x - radius, y, QuarterWeight);
        path.Conic(x - radius, y - down, x, y - down, QuarterWeight);
        path.Conic(x + radius, y - down, x + radius, y, QuarterWeight);
        path.Close();
    }
}
