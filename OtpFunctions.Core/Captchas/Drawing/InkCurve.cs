using System.Numerics;
using SkiaSharp;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>
/// A curve from edge to edge through the text. Drawn with the ink and the pen of the glyphs, it can be taken away neither
/// by colour nor by thickness, and it joins them to one shape.
/// </summary>
internal static class InkCurve
{
    // Enough to be past the right edge.
    private const int Bends = 3;
    private const float Pace = 0.7f;

    /// <summary>Adds a curve to a path.</summary>
    /// <param name="path">What to add to.</param>
    /// <param name="text">Around the text, in pixels: the curve swings between its upper and its lower part.</param>
    /// <param name="width">Of the picture.</param>
    /// <param name="startsHigh">Whether the first bend is an upper one.</param>
    /// <param name="random">Where the bends lie.</param>
    public static void AddTo(SKPath path, Frame text, float width, bool startsHigh, ref SeedStream random)
    {
        var pace = Pace * width;
        var isHigh = startsHigh;
        var bend = new Vector2(-pace / 2, Height(text, isHigh, ref random));
        path.MoveTo(bend.X, bend.Y);
        for (var i = 0; i < Bends; i++)
        {
            isHigh = !isHigh;
            var next = new Vector2((i + 0.5f + random.Around(0.25f)) * pace, Height(text, isHigh, ref random));
            var middle = (bend + next) / 2;
            path.QuadTo(bend.X, bend.Y, middle.X, middle.Y);
            bend = next;
        }
    }

    private static float Height(Frame text, bool isHigh, ref SeedStream random)
    {
        var share = isHigh ? random.Between(0.05f, 0.3f) : random.Between(0.7f, 0.95f);
        return text.Low.Y + (share * text.Size.Y);
    }
}
