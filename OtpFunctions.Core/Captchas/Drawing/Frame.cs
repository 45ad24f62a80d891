using System.Numerics;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>The rectangle around points.</summary>
internal readonly record struct Frame(Vector2 Low, Vector2 High)
{
    public Vector2 Size => High - Low;

    public static Frame Around(ReadOnlySpan<Vector2> points)
    {
        var (low, high) = (points[0], points[0]);
        foreach (var point in points)
        {
            low = Vector2.Min(low, point);
            high = Vector2.Max(high, point);
        }

        return new Frame(low, high);
    }
}
