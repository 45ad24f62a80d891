namespace SkiaSharp.Raster;

/// <summary>Which way a line goes, as a vector of length 1, and how long it is.</summary>
internal readonly struct Bearing
{
    internal Bearing(float x, float y, float length)
    {
        X = x;
        Y = y;
        Length = length;
    }

    internal float X { get; }

    internal float Y { get; }

    internal float Length { get; }

    internal static Bearing Between(SKPoint from, SKPoint to)
    {
        var (x, y) = ((double)to.X - from.X, (double)to.Y - from.Y);
        var length = Math.Sqrt((x * x) + (y * y));
        return new((float)(x / length), (float)(y / length), (float)length);
    }

    internal float Dot(in Bearing other) => (X * other.X) + (Y * other.Y);

    /// <summary>The sine of the turn to another line: above 0 when that turns clockwise, where y points down.</summary>
    internal float Cross(in Bearing other) => (X * other.Y) - (Y * other.X);
}
