namespace SkiaSharp.Geometry;

/// <summary>A step of a path; the points each takes stand in the path's list of points.</summary>
internal enum PathVerb : byte
{
    /// <summary>One point, where a contour starts.</summary>
    Move,

    /// <summary>One point.</summary>
    Line,

    /// <summary>Two points: control and end.</summary>
    Quad,

    /// <summary>Two points, control and end, and a weight: an arc of an ellipse when the weight is below 1.</summary>
    Conic,

    /// <summary>Three points: two controls and the end.</summary>
    Cubic,

    /// <summary>No point.</summary>
    Close,
}
