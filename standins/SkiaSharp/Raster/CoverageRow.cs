namespace SkiaSharp.Raster;

/// <summary>
/// How much of each pixel of a row is covered: spans are added as differences between neighbours, so that a span of any
/// length is four additions, and summed up when the row is drawn.
/// </summary>
internal sealed class CoverageRow
{
    /// <summary>Parts a pixel is cut into, from left to right.</summary>
    private const int SubColumns = 16;

    private int[] _differences = [];
    private int _width;
    private int _subRows;
    private int _first;
    private int _last;

    internal void Reset(int width, int subRows)
    {
        _width = width;
        _subRows = subRows;
        _first = int.MaxValue;
        _last = 0;
        if (_differences.Length < width + 2)
            _differences = new int[width + 2];
    }

    /// <summary>Adds a span of one sub-row; spans of a sub-row do not overlap. A single sub-row has hard edges.</summary>
    internal void Add(double left, double right)
    {
        var from = Position(left);
        var to = Position(right);
        if (from >= to)
            return;

        _first = Math.Min(_first, from / SubColumns);
        _last = Math.Max(_last, to / SubColumns);
        Change(from, 1);
        Change(to, -1);
    }

    /// <summary>Draws what was added, and is empty again.</summary>
    internal void Draw(Span<uint> pixels, Ink ink)
    {
        if (_first == int.MaxValue)
            return;

        var full = SubColumns * _subRows;
        var sum = 0;
        var end = Math.Min(_last + 1, _width);
        for (var x = _first; x < end;)
        {
            var start = x;
            sum += _differences[x];
            _differences[x++] = 0;
            while (x < end && _differences[x] == 0)
                x++;

            var level = ((sum * Ink.FullLevel * 2) + full) / (2 * full);
            if (level > 0)
                ink.Blend(pixels[start..x], level);
        }

        // The two past the right border, which the last spans may have touched.
        _differences.AsSpan(end, 2).Clear();
        _first = int.MaxValue;
        _last = 0;
    }

    private int Position(double x)
    {
        var within = Math.Clamp(x, 0, _width);
        return _subRows == 1
            ? (int)Math.Ceiling(within - 0.5) * SubColumns
            : (int)((within * SubColumns) + 0.5);
    }

    private void Change(int position, int sign)
    {
        var (x, part) = (position / SubColumns, position % SubColumns);
        _differences[x] += sign * (SubColumns - part);
        _differences[x + 1] += sign * part;
    }
}
