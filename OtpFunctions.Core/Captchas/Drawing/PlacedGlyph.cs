using System.Numerics;
using SkiaSharp;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>A glyph of a picture: how it stands, and where the points of its skeleton have come to lie.</summary>
internal sealed class PlacedGlyph(GlyphStyle style, Skeleton skeleton, GlyphPose pose)
{
    private readonly Vector2[] _points = new Vector2[skeleton.Points.Length];

    public GlyphStyle Style => style;

    public GlyphPose Pose => pose;

    public Span<Vector2> Points => _points;

    /// <summary>How many of the points each stroke has.</summary>
    public ReadOnlySpan<int> Strokes => skeleton.Strokes;

    public static PlacedGlyph Draw(char symbol, Distortion distortion, ref SeedStream random)
    {
        var style = GlyphSet.Styles[random.Below(GlyphSet.Styles.Count)];
        var glyph = new PlacedGlyph(style, style[symbol], GlyphPose.Draw(ref random, distortion));
        glyph.Stand(distortion.Jitter, ref random);
        return glyph;
    }

    /// <summary>Adds the strokes to a path.</summary>
    public void AddTo(SKPath path)
    {
        var at = 0;
        foreach (var length in skeleton.Strokes)
        {
            var stroke = _points.AsSpan(at, length);
            path.MoveTo(stroke[0].X, stroke[0].Y);
            for (var i = 1; i < length; i += 2)
            {
                path.QuadTo(stroke[i].X, stroke[i].Y, stroke[i + 1].X, stroke[i + 1].Y);
            }

            at += length;
        }
    }

    private void Stand(float jitter, ref SeedStream random)
    {
        var matrix = pose.ToMatrix();
        for (var i = 0; i < _points.Length; i++)
        {
            var off = new Vector2(random.Around(jitter), random.Around(jitter));
            _points[i] = Vector2.Transform(skeleton.Points[i] + off, matrix);
        }
    }
}
