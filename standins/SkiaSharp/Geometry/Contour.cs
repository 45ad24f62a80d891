namespace SkiaSharp.Geometry;

/// <summary>Points of a polyline that hang together: from one, so many; back to the first when closed.</summary>
internal readonly record struct Contour(int Start, int Count, bool IsClosed);
