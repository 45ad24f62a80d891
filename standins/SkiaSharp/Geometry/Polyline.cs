namespace SkiaSharp.Geometry;

/// <summary>Contours of straight lines, no two points in a row the same; used again after <see cref="Clear"/>.</summary>
internal sealed class Polyline
{
    private SKPoint[] _points = new SKPoint[64];
    private bool[] _smooth = new bool[64];
    private Contour[] _contours = new Contour[8];
    private int _pointCount;
    private int _contourCount;
    private int _start;

    internal ReadOnlySpan<Contour> Contours => _contours.AsSpan(0, _contourCount);

    internal ReadOnlySpan<SKPoint> PointsOf(Contour contour) => _points.AsSpan(contour.Start, contour.Count);

    /// <summary>Which points lie within a curve, where a stroke has no join to be seen.</summary>
    internal ReadOnlySpan<bool> SmoothOf(Contour contour) => _smooth.AsSpan(contour.Start, contour.Count);

    internal void Clear()
    {
        _pointCount = 0;
        _contourCount = 0;
        _start = 0;
    }

    internal void Add(SKPoint point, bool isSmooth)
    {
        if (_pointCount > _start && IsSame(_points[_pointCount - 1], point))
        {
            _smooth[_pointCount - 1] &= isSmooth;
            return;
        }

        if (_pointCount == _points.Length)
        {
            Array.Resize(ref _points, _pointCount * 2);
            Array.Resize(ref _smooth, _pointCount * 2);
        }

        _points[_pointCount] = point;
        _smooth[_pointCount++] = isSmooth;
    }

    /// <summary>Makes a contour of the points added since the last one.</summary>
    internal void End(bool isClosed)
    {
        var last = _pointCount - 1;
        if (isClosed && last > _start && IsSame(_points[_start], _points[last]))
            _pointCount--;
        if (_contourCount == _contours.Length)
            Array.Resize(ref _contours, _contourCount * 2);

        _contours[_contourCount++] = new(_start, _pointCount - _start, isClosed);
        _start = _pointCount;
    }

    /// <summary>Forgets the points added since the last contour.</summary>
    internal void Drop() => _pointCount = _start;

    private static bool IsSame(SKPoint a, SKPoint b) => a.X == b.X && a.Y == b.Y;
}
