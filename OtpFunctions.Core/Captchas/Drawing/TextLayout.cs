using System.Numerics;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>A text as it stands in a picture: the glyphs side by side on a wavy line, as large as fits.</summary>
internal sealed class TextLayout
{
    /// <summary>The broadest pen there is, in skeleton units.</summary>
    public const float BroadestPen = 7.5f;

    private const float EdgePixels = 2;
    private const float MostOfHeight = 0.7f;
    private const float MostInterlock = 20;

    private TextLayout(PlacedGlyph[] glyphs, float scale, Frame frame) => (Glyphs, Scale, Frame) = (glyphs, scale, frame);

    public PlacedGlyph[] Glyphs { get; }

    /// <summary>Pixels a skeleton unit.</summary>
    public float Scale { get; }

    /// <summary>Around all points, in pixels.</summary>
    public Frame Frame { get; }

    public static TextLayout Arrange(string text, Vector2 size, Distortion distortion, ref SeedStream random)
    {
        var glyphs = new PlacedGlyph[text.Length];
        for (var i = 0; i < glyphs.Length; i++)
        {
            glyphs[i] = PlacedGlyph.Draw(char.ToUpperInvariant(text[i]), distortion, ref random);
        }

        SetSideBySide(glyphs, distortion, ref random);
        Wave(glyphs, distortion.Wave, ref random);
        return Fit(glyphs, size, ref random);
    }

    private static void SetSideBySide(PlacedGlyph[] glyphs, Distortion distortion, ref SeedStream random)
    {
        var before = new Silhouette(stackalloc float[2 * Silhouette.Bands]);
        var here = new Silhouette(stackalloc float[2 * Silhouette.Bands]);
        before.Clear();
        var (right, by) = (0f, 0f);
        foreach (var glyph in glyphs)
        {
            Move(glyph.Points, 1, new Vector2(0, random.Around(distortion.Step)));
            here.Clear();
            here.Trace(glyph);
            var frame = Frame.Around(glyph.Points);
            by = MathF.Max(by + before.Before(here), right - frame.Low.X - MostInterlock)
                + random.Between(distortion.LeastGap, distortion.MostGap);
            Move(glyph.Points, 1, new Vector2(by, 0));
            right = frame.High.X + by;
            var free = before;
            before = here;
            here = free;
        }
    }

    private static void Wave(PlacedGlyph[] glyphs, float height, ref SeedStream random)
    {
        var phase = random.Between(0, MathF.Tau);
        var pace = random.Between(MathF.Tau / 320, MathF.Tau / 180);
        foreach (var glyph in glyphs)
        {
            foreach (ref var point in glyph.Points)
            {
                point.Y += height * MathF.Sin(phase + (pace * point.X));
            }
        }
    }

    private static TextLayout Fit(PlacedGlyph[] glyphs, Vector2 size, ref SeedStream random)
    {
        var frame = FrameOf(glyphs);
        var room = (size - new Vector2(2 * EdgePixels)) / (frame.Size + new Vector2(BroadestPen));
        var scale = MathF.Min(MathF.Min(room.X, room.Y), size.Y * MostOfHeight / 100);
        var free = size - (frame.Size * scale) - new Vector2((BroadestPen * scale) + (2 * EdgePixels));
        var corner = new Vector2((BroadestPen * scale / 2) + EdgePixels)
            + (free * new Vector2(random.Between(0, 1), random.Between(0, 1)));
        foreach (var glyph in glyphs)
        {
            Move(glyph.Points, scale, corner - (frame.Low * scale));
        }

        return new TextLayout(glyphs, scale, new Frame(corner, corner + (frame.Size * scale)));
    }

    private static Frame FrameOf(PlacedGlyph[] glyphs)
    {
        var all = Frame.Around(glyphs[0].Points);
        foreach (var glyph in glyphs)
        {
            var one = Frame.Around(glyph.Points);
            all = new Frame(Vector2.Min(all.Low, one.Low), Vector2.Max(all.High, one.High));
        }

        return all;
    }

    private static void Move(Span<Vector2> points, float scale, Vector2 by)
    {
        foreach (ref var point in points)
        {
            point = (point * scale) + by;
        }
    }
}
