namespace SkiaSharp.Raster;

/// <summary>A line that crosses sub-rows, as the scan goes down them.</summary>
internal struct Edge
{
    /// <summary>Where it crosses the middle of the present sub-row, in pixels.</summary>
    public double X;

    /// <summary>What <see cref="X"/> grows by with a sub-row.</summary>
    public double Step;

    /// <summary>The sub-row below its last one.</summary>
    public int Bottom;

    /// <summary>How it turns the winding number of a filled path: 1 down, -1 up, 0 when it is of a stroke.</summary>
    public int Fill;

    /// <summary>The same of a stroke's outline.</summary>
    public int Stroke;

    /// <summary>The next edge that starts at the same sub-row; below 0 at the end.</summary>
    public int Next;
}
