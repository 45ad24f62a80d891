namespace SkiaSharp.Raster;

/// <summary>
/// Turns polylines into the outlines of their strokes. Each line gives a rectangle and each join a wedge, all of one
/// winding; the edges that neighbours share cancel out, and what is left is one side of the line forth and the other
/// side back. So a stroke that crosses itself is still whole.
/// </summary>
internal sealed class Stroker(EdgeList edges)
{
    // Skia's miter limit of 4, as the least of the squared sine of half the angle between two lines.
    private const float LeastSineSquared = 1f / 16;

    private readonly Pen _pen = new(edges);
    private SKMatrix _matrix;
    private SKStrokeCap _cap;
    private SKStrokeJoin _join;
    private float _radius;
    private float _arcStep;
    private float _arcCosine;

    /// <param name="matrix">Maps the outline to pixels.</param>
    /// <param name="width">Of the stroke, before mapping.</param>
    /// <param name="cap">At both ends of an open line.</param>
    /// <param name="join">Where two lines meet, but not within a curve.</param>
    /// <param name="tolerance">How far a line may be from a round outline, before mapping.</param>
    internal void Start(in SKMatrix matrix, float width, SKStrokeCap cap, SKStrokeJoin join, float tolerance)
    {
        _matrix = matrix;
        _radius = width / 2;
        _cap = cap;
        _join = join;
        _arcCosine = MathF.Max(1 - (tolerance / _radius), 0);
        _arcStep = 2 * MathF.Acos(_arcCosine);
        _arcCosine = (2 * _arcCosine * _arcCosine) - 1;
    }

    internal void Add(ReadOnlySpan<SKPoint> points, ReadOnlySpan<bool> smooth, bool isClosed)
    {
        _pen.Start(_matrix);
        if (points.Length == 1)
        {
            Dot(points[0]);
        }
        else if (isClosed)
        {
            Side(points, smooth, 1, isClosed: true);
            _pen.Close();
            Side(points, smooth, -1, isClosed: true);
        }
        else
        {
            Side(points, smooth, 1, isClosed: false);
            Side(points, smooth, -1, isClosed: false);
        }

        _pen.Close();
    }

    // A line without length has two caps, seen along the x axis.
    private void Dot(SKPoint point)
    {
        if (_cap == SKStrokeCap.Butt)
            return;

        Cap(point, new Bearing(1, 0, 0));
        Cap(point, new Bearing(-1, 0, 0));
    }

    /// <summary>The left side of the points taken forth (1) or back (-1); of an open line with the cap at the end.</summary>
    private void Side(ReadOnlySpan<SKPoint> points, ReadOnlySpan<bool> smooth, int way, bool isClosed)
    {
        var count = points.Length;
        var at = way > 0 ? 0 : count - 1;
        var previous = isClosed
            ? Bearing.Between(points[Wrap(at - way, count)], points[at])
            : default;
        for (var lines = isClosed ? count : count - 1; lines > 0; lines--)
        {
            var next = Wrap(at + way, count);
            var bearing = Bearing.Between(points[at], points[next]);
            if (previous.Length > 0)
                Join(points[at], previous, bearing, smooth[at] ? SKStrokeJoin.Round : _join);
            else
                Offset(points[at], bearing);

            previous = bearing;
            at = next;
        }

        if (!isClosed)
            Cap(points[at], previous);
    }

    private static int Wrap(int index, int count) => index < 0 ? count - 1 : index == count ? 0 : index;

    private void Join(SKPoint point, in Bearing before, in Bearing after, SKStrokeJoin join)
    {
        // Above 0 the second line turns away from the left side, which then is the outer one.
        var turn = before.Cross(after);
        var dot = before.Dot(after);
        if (turn < 0)
        {
            Inner(point, before, after, -turn, dot);
            return;
        }

        Offset(point, before);
        if (join == SKStrokeJoin.Round)
            Arc(point, before, after, turn, dot);
        else if (join == SKStrokeJoin.Miter)
            Miter(point, before, after, dot);
        Offset(point, after);
    }

    // The way through the point itself is the one that cancels out; where both lines are long enough, the straight way
    // cuts off only what both cover.
    private void Inner(SKPoint point, in Bearing before, in Bearing after, float sine, float cosine)
    {
        Offset(point, before);
        if (cosine <= 0 || sine * _radius > MathF.Min(before.Length, after.Length))
            _pen.To(point.X, point.Y);
        Offset(point, after);
    }

    private void Miter(SKPoint point, in Bearing before, in Bearing after, float cosine)
    {
        // The lines' own angle is what the turn lacks of half a circle.
        var sineSquared = (1 + cosine) / 2;
        if (sineSquared < LeastSineSquared)
            return;

        var scale = _radius / (2 * sineSquared);
        _pen.To(point.X + ((before.Y + after.Y) * scale), point.Y - ((before.X + after.X) * scale));
    }

    private void Cap(SKPoint point, in Bearing bearing)
    {
        Offset(point, bearing);
        var back = new Bearing(-bearing.X, -bearing.Y, bearing.Length);
        if (_cap == SKStrokeCap.Round)
        {
            Arc(point, bearing, back, 0, -1);
        }
        else if (_cap == SKStrokeCap.Square)
        {
            var end = new SKPoint(point.X + (bearing.X * _radius), point.Y + (bearing.Y * _radius));
            Offset(end, bearing);
            Offset(end, back);
        }

        Offset(point, back);
    }

    // The points between the ends, clockwise.
    private void Arc(SKPoint point, in Bearing from, in Bearing to, float sine, float cosine)
    {
        if (cosine >= _arcCosine)
            return;

        var angle = MathF.Atan2(MathF.Abs(sine), cosine);
        var pieces = (int)MathF.Ceiling(angle / _arcStep);
        var (turnSine, turnCosine) = MathF.SinCos(angle / pieces);
        var (x, y) = (from.X, from.Y);
        for (var i = 1; i < pieces; i++)
        {
            (x, y) = ((x * turnCosine) - (y * turnSine), (x * turnSine) + (y * turnCosine));
            Offset(point, new Bearing(x, y, 0));
        }
    }

    // To the left of a line, where y points down.
    private void Offset(SKPoint point, in Bearing bearing) =>
        _pen.To(point.X + (bearing.Y * _radius), point.Y - (bearing.X * _radius));
}
