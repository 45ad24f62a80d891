using System.Globalization;
using System.Numerics;

namespace OtpFunctions.Core.Captchas.Drawing;

/// <summary>
/// The centre lines of a glyph, written as SVG path data: absolute M, L and Q with whole numbers, capitals from y = 0 to
/// the baseline at y = 100. Each line is kept as a quadratic curve, so that a warp can bend it.
/// </summary>
internal sealed class Skeleton
{
    private readonly Vector2[] _points;
    private readonly int[] _strokes;

    private Skeleton(Vector2[] points, int[] strokes) => (_points, _strokes) = (points, strokes);

    /// <summary>Of each stroke its start, then a control point and an end for each segment; the middle of the glyph is 0.</summary>
    public ReadOnlySpan<Vector2> Points => _points;

    /// <summary>How many of the points each stroke has.</summary>
    public ReadOnlySpan<int> Strokes => _strokes;

    public static Skeleton Parse(string data)
    {
        var points = new List<Vector2>();
        var strokes = new List<int>();
        var words = data.Split(' ');
        for (var at = 0; at < words.Length;)
        {
            var verb = words[at][0];
            var point = Read(words, ref at);
            if (verb == 'M')
            {
                points.Add(point);
                strokes.Add(1);
            }
            else
            {
                points.Add(verb == 'Q' ? point : (points[^1] + point) / 2);
                points.Add(verb == 'Q' ? Read(words, ref at) : point);
                strokes[^1] += 2;
            }
        }

        return new Skeleton(Centre([.. points]), [.. strokes]);
    }

    private static Vector2 Read(string[] words, ref int at)
    {
        var x = float.Parse(words[at++].AsSpan().TrimStart("MLQ"), CultureInfo.InvariantCulture);
        return new Vector2(x, float.Parse(words[at++], CultureInfo.InvariantCulture));
    }

    private static Vector2[] Centre(Vector2[] points)
    {
        var frame = Frame.Around(points);
        var middle = (frame.Low + frame.High) / 2;
        for (var i = 0; i < points.Length; i++)
        {
            points[i] -= middle;
        }

        return points;
    }
}
