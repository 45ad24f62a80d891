namespace SkiaSharp.Raster;

/// <summary>Draws one closed outline: every point adds the edge from the one before.</summary>
internal sealed class Pen(EdgeList edges)
{
    private SKMatrix _matrix;
    private SKPoint _first;
    private SKPoint _last;
    private bool _isDown;

    /// <param name="matrix">Maps the points to pixels.</param>
    internal void Start(in SKMatrix matrix)
    {
        _matrix = matrix;
        _isDown = false;
    }

    internal void To(float x, float y)
    {
        var point = _matrix.Map(x, y);
        if (_isDown)
            edges.Add(_last, point, isStroke: true);
        else
            _first = point;
        _isDown = true;
        _last = point;
    }

    internal void Close()
    {
        if (_isDown)
            edges.Add(_last, _first, isStroke: true);
        _isDown = false;
    }
}
