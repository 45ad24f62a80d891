namespace SkiaSharp;

public enum SKPathDirection
{
    Clockwise = 0,
    CounterClockwise = 1,
}
