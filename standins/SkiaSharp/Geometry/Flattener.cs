namespace SkiaSharp.Geometry;

/// <summary>Turns the curves of a path into lines that stay within a tolerance of them.</summary>
internal sealed class Flattener(Polyline target)
{
    // Skia's own limit for a stroke's and an edge's curve is of this order.
    private const int MostPieces = 512;

    private float _tolerance;

    /// <summary>Fills the target with the mapped path.</summary>
    /// <param name="path">The path.</param>
    /// <param name="matrix">Maps the points first.</param>
    /// <param name="tolerance">How far a line may be from its curve, in mapped units.</param>
    /// <returns>False when a point is infinite or no number: then, as in Skia, nothing is to be drawn.</returns>
    internal bool Flatten(PathBuffer path, in SKMatrix matrix, float tolerance)
    {
        _tolerance = tolerance;
        target.Clear();
        var points = path.Points;
        var weights = path.Weights;
        Span<SKPoint> mapped = stackalloc SKPoint[4];
        var isDrawn = false;
        foreach (var verb in path.Verbs)
        {
            var count = PointsOf(verb);
            if (!Map(points[..count], matrix, mapped[1..]))
                return false;

            if (verb == PathVerb.Close)
                target.End(isClosed: true);
            else if (verb == PathVerb.Move)
                EndOpen(isDrawn);
            Add(verb, mapped, verb == PathVerb.Conic ? weights[0] : 1);
            isDrawn = verb is not (PathVerb.Move or PathVerb.Close);
            mapped[0] = mapped[count];
            points = points[count..];
            weights = verb == PathVerb.Conic ? weights[1..] : weights;
        }

        EndOpen(isDrawn);
        return true;
    }

    private static bool Map(ReadOnlySpan<SKPoint> points, in SKMatrix matrix, Span<SKPoint> mapped)
    {
        for (var i = 0; i < points.Length; i++)
        {
            mapped[i] = matrix.Map(points[i].X, points[i].Y);
            if (!float.IsFinite(mapped[i].X) || !float.IsFinite(mapped[i].Y))
                return false;
        }

        return true;
    }

    private static int PointsOf(PathVerb verb) => verb switch
    {
        PathVerb.Move or PathVerb.Line => 1,
        PathVerb.Quad or PathVerb.Conic => 2,
        PathVerb.Cubic => 3,
        PathVerb.Close => 0,
    };

    // The points are the last one before the verb's, and the verb's own.
    private void Add(PathVerb verb, ReadOnlySpan<SKPoint> points, float weight)
    {
        if (verb is PathVerb.Move or PathVerb.Line)
            target.Add(points[1], isSmooth: false);
        else if (verb is PathVerb.Quad or PathVerb.Conic)
            AddConic(points[0], points[1], points[2], weight);
        else if (verb is PathVerb.Cubic)
            AddCubic(points[0], points[1], points[2], points[3]);
    }

    // A move alone draws nothing.
    private void EndOpen(bool isDrawn)
    {
        if (isDrawn)
            target.End(isClosed: false);
        else
            target.Drop();
    }

    // A quadratic is the conic of weight 1.
    private void AddConic(SKPoint p0, SKPoint p1, SKPoint p2, float weight)
    {
        var pieces = Pieces(Bend(p0, p1, p2) * MathF.Max(weight, 1) / 4);
        for (var i = 1; i < pieces; i++)
        {
            var t = (float)i / pieces;
            var (a, b, c) = ((1 - t) * (1 - t), 2 * weight * t * (1 - t), t * t);
            var scale = 1 / (a + b + c);
            target.Add(
                new(
                    ((a * p0.X) + (b * p1.X) + (c * p2.X)) * scale,
                    ((a * p0.Y) + (b * p1.Y) + (c * p2.Y)) * scale),
                isSmooth: true);
        }

        target.Add(p2, isSmooth: false);
    }

    private void AddCubic(SKPoint p0, SKPoint p1, SKPoint p2, SKPoint p3)
    {
        var pieces = Pieces(MathF.Max(Bend(p0, p1, p2), Bend(p1, p2, p3)) * 0.75f);
        for (var i = 1; i < pieces; i++)
        {
            var t = (float)i / pieces;
            var s = 1 - t;
            var (a, b, c, d) = (s * s * s, 3 * s * s * t, 3 * s * t * t, t * t * t);
            target.Add(
                new(
                    (a * p0.X) + (b * p1.X) + (c * p2.X) + (d * p3.X),
                    (a * p0.Y) + (b * p1.Y) + (c * p2.Y) + (d * p3.Y)),
                isSmooth: true);
        }

        target.Add(p3, isSmooth: false);
    }

    private static float Bend(SKPoint a, SKPoint b, SKPoint c)
    {
        var x = a.X - (2 * b.X) + c.X;
        var y = a.Y - (2 * b.Y) + c.Y;
        return MathF.Sqrt((x * x) + (y * y));
    }

    // Wang's formula: of so many equal steps in the parameter, none leaves the curve by more than distance / pieces².
    private int Pieces(float distance) =>
        (int)MathF.Ceiling(MathF.Sqrt(MathF.Min(distance / _tolerance, MostPieces * MostPieces)));
}
