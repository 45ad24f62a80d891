namespace SkiaSharp.Geometry;

/// <summary>The verbs and points of a path, in arrays that grow and are used again.</summary>
internal sealed class PathBuffer
{
    private const int FirstCapacity = 16;

    // A path of a picture is far shorter; what a longer one took is not kept.
    private const int MostKept = 4096;

    private static readonly Pool<PathBuffer> Idle = new(16, static () => new PathBuffer());

    private SKPoint[] _points = [];
    private PathVerb[] _verbs = [];
    private float[] _weights = [];
    private int _pointCount;
    private int _verbCount;
    private int _weightCount;
    private SKPoint _start;

    internal ReadOnlySpan<PathVerb> Verbs => _verbs.AsSpan(0, _verbCount);

    internal Span<SKPoint> Points => _points.AsSpan(0, _pointCount);

    /// <summary>A weight for each conic.</summary>
    internal ReadOnlySpan<float> Weights => _weights.AsSpan(0, _weightCount);

    /// <summary>Where the next segment starts.</summary>
    internal SKPoint Last => _verbCount == 0 || _verbs[_verbCount - 1] == PathVerb.Close
        ? _start
        : _points[_pointCount - 1];

    /// <summary>An empty buffer.</summary>
    internal static PathBuffer Rent() => Idle.Rent();

    internal void Return()
    {
        if (_points.Length > MostKept)
            return;

        Clear();
        Idle.Return(this);
    }

    internal void Clear()
    {
        _pointCount = 0;
        _verbCount = 0;
        _weightCount = 0;
        _start = default;
    }

    internal void Add(PathBuffer other)
    {
        Append(ref _points, ref _pointCount, other.Points);
        Append(ref _verbs, ref _verbCount, other.Verbs);
        Append(ref _weights, ref _weightCount, other.Weights);
        _start = other._start;
    }

    internal void Move(float x, float y)
    {
        Add(PathVerb.Move);
        Add(x, y);
        _start = new(x, y);
    }

    internal void Line(float x, float y)
    {
        Begin();
        Add(PathVerb.Line);
        Add(x, y);
    }

    internal void Quad(float x1, float y1, float x2, float y2)
    {
        Begin();
        Add(PathVerb.Quad);
        Add(x1, y1);
        Add(x2, y2);
    }

    internal void Conic(float x1, float y1, float x2, float y2, float weight)
    {
        Begin();
        Add(PathVerb.Conic);
        Add(x1, y1);
        Add(x2, y2);
        Append(ref _weights, ref _weightCount, [weight]);
    }

    internal void Cubic(float x1, float y1, float x2, float y2, float x3, float y3)
    {
        Begin();
        Add(PathVerb.Cubic);
        Add(x1, y1);
        Add(x2, y2);
        Add(x3, y3);
    }

    /// <summary>Ends the contour with a line to its start. As in Skia, closing twice or nothing is closing once or not.</summary>
    internal void Close()
    {
        if (_verbCount > 0 && _verbs[_verbCount - 1] != PathVerb.Close)
            Add(PathVerb.Close);
    }

    /// <summary>Maps every point; no perspective.</summary>
    internal void Map(in SKMatrix matrix)
    {
        foreach (ref var point in Points)
            point = matrix.Map(point.X, point.Y);
        _start = matrix.Map(_start.X, _start.Y);
    }

    // As in Skia, a segment after a close, or the first of a path, starts a contour where the last one started.
    private void Begin()
    {
        if (_verbCount == 0 || _verbs[_verbCount - 1] == PathVerb.Close)
            Move(_start.X, _start.Y);
    }

    private void Add(PathVerb verb) => Append(ref _verbs, ref _verbCount, [verb]);

    private void Add(float x, float y) => Append(ref _points, ref _pointCount, [new(x, y)]);

    private static void Append<T>(ref T[] array, ref int count, ReadOnlySpan<T> more)
    {
        var needed = count + more.Length;
        if (needed > array.Length)
            Array.Resize(ref array, Math.Max(Math.Max(FirstCapacity, needed), count * 2));
        more.CopyTo(array.AsSpan(count));
        count = needed;
    }
}
