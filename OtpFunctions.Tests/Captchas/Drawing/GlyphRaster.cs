using System.Numerics;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>A glyph in plain type, without distortion and without SkiaSharp: darkness by the distance to its skeleton.</summary>
internal sealed class GlyphRaster
{
    private const int Samples = 24;

    private readonly List<Vector2> _points = [];
    private readonly float _reach;

    public GlyphRaster(GlyphStyle style, char symbol, float capHeight)
    {
        var skeleton = style[symbol];
        var scale = capHeight / 100;
        var at = 0;
        foreach (var length in skeleton.Strokes)
        {
            var stroke = skeleton.Points.Slice(at, length);
            for (var i = 1; i < length; i += 2)
            {
                for (var k = 0; k <= Samples; k++)
                    _points.Add(scale * Curve(stroke[i - 1], stroke[i], stroke[i + 1], k / (float)Samples));
            }

            at += length;
        }

        _reach = style.Pen * scale / 2;
    }

    /// <summary>From 0 to 1, at a place whose origin is the middle of the glyph.</summary>
    public float Darkness(float x, float y)
    {
        var nearest = _points.Min(point => Vector2.Distance(point, new Vector2(x, y)));
        return Math.Clamp(_reach + 0.5f - nearest, 0, 1);
    }

    private static Vector2 Curve(Vector2 start, Vector2 control, Vector2 end, float t) =>
        ((1 - t) * (1 - t) * start) + (2 * t * (1 - t) * control) + (t * t * end);
}
