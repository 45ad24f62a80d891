using SkiaSharp.Geometry;

namespace SkiaSharp.Svg;

/// <summary>Reads SVG path data (SVG 1.1, 8.3.9) into a path, as lenient and as strict as Skia's SkParsePath.</summary>
internal ref struct SvgPathReader(ReadOnlySpan<char> data, PathBuffer path)
{
    private SvgScanner _scanner = new(data);
    private char _command;
    private char _previous;
    private bool _isRelative;
    private SKPoint _start;
    private SKPoint _current;
    private SKPoint _control;

    /// <summary>False when the data is not well formed; the path then is of no use.</summary>
    internal bool Read()
    {
        while (!_scanner.IsAtEnd)
        {
            if (!ReadCommand() || !ReadSegment())
                return false;
        }

        return true;
    }

    // A number repeats the command before; after a move it is a line, and after a close there is none to repeat.
    private bool ReadCommand()
    {
        if (_scanner.IsAtNumber)
            return _command is not ('\0' or 'Z');

        var letter = _scanner.ReadLetter();
        _command = char.ToUpperInvariant(letter);
        _isRelative = letter != _command;
        return true;
    }

    private bool ReadSegment()
    {
        var command = _command;
        var isRead = command switch
        {
            'M' => Move(),
            'L' => Line(),
            'H' => Horizontal(),
            'V' => Vertical(),
            'C' => Point(out var first) && Cubic(first),
            'S' => Cubic(_previous is 'C' or 'S' ? Reflected() : _current),
            'Q' => Point(out var control) && Quad(control),
            'T' => Quad(_previous is 'Q' or 'T' ? Reflected() : _current),
            'A' => Arc(),
            'Z' => Close(),
            _ => false,
        };
        _previous = command;
        return isRead;
    }

    private bool Move()
    {
        if (!Point(out var to))
            return false;

        path.Move(to.X, to.Y);
        _current = to;
        _start = to;
        _command = 'L';
        return true;
    }

    private bool Line() => Point(out var to) && LineTo(to);

    private bool Horizontal() =>
        _scanner.ReadNumber(out var x) && LineTo(new(_isRelative ? _current.X + x : x, _current.Y));

    private bool Vertical() =>
        _scanner.ReadNumber(out var y) && LineTo(new(_current.X, _isRelative ? _current.Y + y : y));

    private bool LineTo(SKPoint to)
    {
        path.Line(to.X, to.Y);
        _current = to;
        return true;
    }

    private bool Cubic(SKPoint first)
    {
        if (!Point(out var second) || !Point(out var to))
            return false;

        path.Cubic(first.X, first.Y, second.X, second.Y, to.X, to.Y);
        _control = second;
        _current = to;
        return true;
    }

    private bool Quad(SKPoint control)
    {
        if (!Point(out var to))
            return false;

        path.Quad(control.X, control.Y, to.X, to.Y);
        _control = control;
        _current = to;
        return true;
    }

    private bool Arc()
    {
        if (!_scanner.ReadNumber(out var radiusX)
            || !_scanner.ReadNumber(out var radiusY)
            || !_scanner.ReadNumber(out var degrees)
            || !_scanner.ReadFlag(out var isLarge)
            || !_scanner.ReadFlag(out var isClockwise)
            || !Point(out var to))
            return false;

        SvgArc.AddTo(path, _current, to, new(radiusX, radiusY), degrees, isLarge, isClockwise);
        _current = to;
        return true;
    }

    private bool Close()
    {
        path.Close();
        _current = _start;
        return true;
    }

    private bool Point(out SKPoint point)
    {
        var isRead = _scanner.ReadNumber(out var x) & _scanner.ReadNumber(out var y);
        point = _isRelative ? new(_current.X + x, _current.Y + y) : new(x, y);
        return isRead;
    }

    private readonly SKPoint Reflected() =>
        new((2 * _current.X) - _control.X, (2 * _current.Y) - _control.Y);
}
