namespace SkiaSharp.Geometry;

/// <summary>Turns the curves of a path into lines that stay within a tolerance of them.</summary>
internal sealed class Flattener(Polyline target)
{
    // Skia's own limit for a stroke's and an edge's curve is of this order.
    private const int MostPieces = 512;

    private float _tolerance;

    /// <summary>Fills the target with the mapped path. False when a point is infinite or no number: then nothing is drawn.</summary>
    /// <param name="path">The path.</param>
    /// <param name="matrix">Maps the points first.</param>
    /// <param name="tolerance">How far a line may be from its curve, in mapped units.</param>
    internal bool Flatten(PathBuffer path, in SKMatrix matrix, float tolerance)
    {
        _tolerance = tolerance;
        target.Clear();
        var points = path.Points;
        var weights = path.Weights;
        var (at, conic) = (0, 0);
        var isDrawn = false;
        SKPoint last = default;
        foreach (var verb in path.Verbs)
        {
            if (verb == PathVerb.Close)
            {
                target.End(isClosed: true);
                isDrawn = false;
                continue;
            }

            var count = PointsOf(verb);
            var p1 = matrix.Map(points[at].X, points[at].Y);
            var p2 = count < 2 ? p1 : matrix.Map(points[at + 1].X, points[at + 1].Y);
            var p3 = count < 3 ? p2 : matrix.Map(points[at + 2].X, points[at + 2].Y);
            at += count;
            if (!float.IsFinite((p1.X * 0) + (p1.Y * 0) + (p2.X * 0) + (p2.Y * 0) + (p3.X * 0) + (p3.Y * 0)))
                return false;

            switch (verb)
            {
                case PathVerb.Move:
                    EndOpen(isDrawn);
                    target.Add(p1, isSmooth: false);
                    break;
                case PathVerb.Line:
                    target.Add(p1, isSmooth: false);
                    break;
                case PathVerb.Quad:
                    AddConic(last, p1, p2, 1);
                    break;
                case PathVerb.Conic:
                    AddConic(last, p1, p2, weights[conic++]);
                    break;
                default:
                    AddCubic(last, p1, p2, p3);
                    break;
            }

            isDrawn = verb != PathVerb.Move;
            last = p3;
        }

        EndOpen(isDrawn);
        return true;
    }

    private static int PointsOf(PathVerb verb) => verb switch
    {
        PathVerb.Move or PathVerb.Line => 1,
        PathVerb.Quad or PathVerb.Conic => 2,
        PathVerb.Cubic => 3,
        PathVerb.Close => 0,
    };

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
