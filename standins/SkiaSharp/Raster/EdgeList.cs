namespace SkiaSharp.Raster;

/// <summary>The edges of a shape, each in the list of the sub-row where it starts; used again after <see cref="Reset"/>.</summary>
internal sealed class EdgeList
{
    private const int None = -1;

    private Edge[] _edges = new Edge[256];
    private int[] _heads = [];
    private int _count;
    private int _rows;
    private double _scale;

    internal Edge[] Edges => _edges;

    /// <summary>The first sub-row with an edge.</summary>
    internal int Top { get; private set; }

    /// <summary>The sub-row below the last one with an edge.</summary>
    internal int Bottom { get; private set; }

    /// <param name="height">Of the picture, in pixels.</param>
    /// <param name="subRows">How many lines are looked at in a pixel.</param>
    internal void Reset(int height, int subRows)
    {
        _rows = height * subRows;
        _scale = subRows;
        _count = 0;
        Top = _rows;
        Bottom = 0;
        if (_heads.Length < _rows)
            _heads = new int[_rows];
        _heads.AsSpan(0, _rows).Fill(None);
    }

    /// <summary>The first edge that starts at a sub-row, or below 0; <see cref="Edge.Next"/> leads to the others.</summary>
    internal int First(int row) => _heads[row];

    /// <summary>Adds a line, in pixels. What is above or below the picture is cut off; left and right of it counts.</summary>
    internal void Add(SKPoint from, SKPoint to, bool isStroke)
    {
        var winding = 1;
        if (from.Y > to.Y)
            (from, to, winding) = (to, from, -1);

        // A sub-row is seen at its middle.
        var top = RowAt(from.Y);
        var bottom = RowAt(to.Y);
        if (top >= bottom)
            return;

        var slope = ((double)to.X - from.X) / ((double)to.Y - from.Y);
        Top = Math.Min(Top, top);
        Bottom = Math.Max(Bottom, bottom);
        if (_count == _edges.Length)
            Array.Resize(ref _edges, _count * 2);
        ref var edge = ref _edges[_count];
        edge.X = from.X + ((((top + 0.5) / _scale) - from.Y) * slope);
        edge.Step = slope / _scale;
        edge.Bottom = bottom;
        edge.Fill = isStroke ? 0 : winding;
        edge.Stroke = isStroke ? winding : 0;
        edge.Next = _heads[top];
        _heads[top] = _count++;
    }

    private int RowAt(double y) => (int)Math.Clamp(Math.Ceiling((y * _scale) - 0.5), 0, _rows);
}
