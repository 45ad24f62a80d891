namespace SkiaSharp.Raster;

/// <summary>Goes down the sub-rows of a shape, finds what lies inside of it, and draws each row of pixels.</summary>
internal sealed class Scanner
{
    private readonly CoverageRow _coverage = new();
    private int[] _active = new int[64];
    private int _activeCount;

    /// <param name="list">The edges of the shape.</param>
    /// <param name="subRows">As many as the edges were added with.</param>
    /// <param name="fillType">What is inside of the filled part; a stroke's outline is always Winding.</param>
    /// <param name="pixels">Is drawn on.</param>
    /// <param name="ink">Is drawn with.</param>
    internal void Draw(EdgeList list, int subRows, SKPathFillType fillType, PixelBuffer pixels, Ink ink)
    {
        var isInverse = fillType is SKPathFillType.InverseWinding or SKPathFillType.InverseEvenOdd;
        var mask = fillType is SKPathFillType.EvenOdd or SKPathFillType.InverseEvenOdd ? 1 : -1;
        var top = isInverse ? 0 : list.Top / subRows;
        var bottom = isInverse ? pixels.Height : (list.Bottom + subRows - 1) / subRows;
        _activeCount = 0;
        _coverage.Reset(pixels.Width, subRows);
        for (var y = top; y < bottom; y++)
        {
            for (var row = y * subRows; row < (y + 1) * subRows; row++)
            {
                Advance(list, row);
                Span(list.Edges, mask, isInverse, pixels.Width);
            }

            _coverage.Draw(pixels.Row(y), ink);
        }
    }

    // Ends what ends here, moves the others down by one, lets in what starts here, and sorts: it hardly ever has to.
    private void Advance(EdgeList list, int row)
    {
        var edges = list.Edges;
        var kept = 0;
        for (var i = 0; i < _activeCount; i++)
        {
            ref var edge = ref edges[_active[i]];
            if (edge.Bottom == row)
                continue;

            edge.X += edge.Step;
            Insert(edges, _active[i], kept++);
        }

        _activeCount = kept;
        for (var next = list.First(row); next >= 0; next = edges[next].Next)
        {
            if (_activeCount == _active.Length)
                Array.Resize(ref _active, _activeCount * 2);
            Insert(edges, next, _activeCount++);
        }
    }

    private void Insert(Edge[] edges, int edge, int at)
    {
        var active = _active;
        var x = edges[edge].X;
        for (; at > 0 && edges[active[at - 1]].X > x; at--)
            active[at] = active[at - 1];
        active[at] = edge;
    }

    private void Span(Edge[] edges, int mask, bool isInverse, int width)
    {
        var (fill, stroke) = (0, 0);
        var wasInside = isInverse;
        var left = 0d;
        foreach (var index in _active.AsSpan(0, _activeCount))
        {
            ref var edge = ref edges[index];
            fill += edge.Fill;
            stroke += edge.Stroke;
            var isInside = ((fill & mask) | stroke) != 0 != isInverse;
            if (isInside == wasInside)
                continue;

            wasInside = isInside;
            if (isInside)
                left = edge.X;
            else
                _coverage.Add(left, edge.X);
        }

        if (wasInside)
            _coverage.Add(left, width);
    }
}
