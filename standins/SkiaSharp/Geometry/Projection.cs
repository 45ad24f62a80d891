namespace SkiaSharp.Geometry;

/// <summary>Maps a path by a matrix, which may have perspective.</summary>
internal static class Projection
{
    // Curves do not survive perspective as their control points do: like Skia, they are divided first.
    private const float Tolerance = 1f / 64;

    internal static void Apply(in SKMatrix matrix, PathBuffer path)
    {
        if (matrix.HasPerspective)
            Divide(path);
        path.Map(matrix);
    }

    private static void Divide(PathBuffer path)
    {
        var lines = new Polyline();
        if (!new Flattener(lines).Flatten(path, SKMatrix.Identity, Tolerance))
            return;

        path.Clear();
        foreach (var contour in lines.Contours)
        {
            var points = lines.PointsOf(contour);
            path.Move(points[0].X, points[0].Y);
            foreach (var point in points[1..])
                path.Line(point.X, point.Y);
            if (contour.IsClosed)
                path.Close();
        }
    }
}
