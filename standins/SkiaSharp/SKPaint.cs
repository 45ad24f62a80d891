namespace SkiaSharp;

/// <summary>How something is drawn: black, filled and with hard edges until told otherwise.</summary>
public sealed class SKPaint : IDisposable
{
    private float _strokeWidth;

    public SKColor Color { get; set; } = new(0, 0, 0);

    public bool IsAntialias { get; set; }

    public SKPaintStyle Style { get; set; }

    public SKStrokeCap StrokeCap { get; set; }

    public SKStrokeJoin StrokeJoin { get; set; }

    /// <summary>In the units of the canvas's matrix; 0 is a hairline, one pixel wide whatever the matrix.</summary>
    public float StrokeWidth
    {
        get => _strokeWidth;
        // As in Skia, a negative width changes nothing.
        set => _strokeWidth = value >= 0 ? value : _strokeWidth;
    }

    public void Dispose()
    {
        // Nothing is held: the package's paint is native.
    }
}
