using System.Numerics;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>How far glyphs reach to the left and to the right at each height, so that they can be set by their shapes.</summary>
/// <param name="bands">Two numbers for each of <see cref="Bands"/> heights.</param>
internal readonly ref struct Silhouette(Span<float> bands)
{
    public const int Bands = 22;

    private const float BandHeight = 12;
    private const int Samples = 12;

    private readonly Span<float> _left = bands[..Bands];
    private readonly Span<float> _right = bands.Slice(Bands, Bands);

    /// <summary>Forgets what was traced.</summary>
    public void Clear()
    {
        _left.Fill(float.PositiveInfinity);
        _right.Fill(float.NegativeInfinity);
    }

    /// <summary>Adds a glyph, about whose middle the heights lie.</summary>
    public void Trace(PlacedGlyph glyph)
    {
        var points = glyph.Points;
        foreach (var length in glyph.Strokes)
        {
            for (var i = 0; i + 2 < length; i += 2)
            {
                Trace(points[i], points[i + 1], points[i + 2]);
            }

            points = points[length..];
        }
    }

    /// <summary>How far right another must be moved, that it stands beside this one at no distance anywhere.</summary>
    public float Before(Silhouette other)
    {
        // A height and those next to it, so that strokes do not meet at a slant either.
        var most = float.NegativeInfinity;
        for (var i = 1; i < Bands - 1; i++)
        {
            var right = MathF.Max(_right[i], MathF.Max(_right[i - 1], _right[i + 1]));
            most = MathF.Max(most, right - other._left[i]);
        }

        return most;
    }

    private void Trace(Vector2 from, Vector2 bend, Vector2 to)
    {
        var (slope, curve) = (2 * (bend - from), from - (2 * bend) + to);
        for (var i = 0; i <= Samples; i++)
        {
            var t = (float)i / Samples;
            var point = from + (t * (slope + (t * curve)));
            var band = Math.Clamp((int)(point.Y / BandHeight) + (Bands / 2), 1, Bands - 2);
            _left[band] = MathF.Min(_left[band], point.X);
            _right[band] = MathF.Max(_right[band], point.X);
        }
    }
}
