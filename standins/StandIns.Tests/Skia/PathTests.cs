using System.Globalization;
using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>The points of a path, as it is built and as SVG path data describes it.</summary>
public sealed class PathTests
{
    [Fact]
    public void Points_count_as_in_Skia()
    {
        using var path = new SKPath();
        path.MoveTo(1, 1);
        path.LineTo(2, 2);
        path.QuadTo(3, 3, 4, 4);
        path.CubicTo(5, 5, 6, 6, 7, 7);
        path.Close();
        path.AddCircle(0, 0, 5);
        path.AddCircle(0, 0, 0);

        Assert.Equal(7 + 9, path.PointCount);
        Assert.Equal(path.PointCount, path.Points.Length);
    }

    [Fact]
    public void A_segment_without_a_move_starts_where_the_last_contour_did()
    {
        using var path = new SKPath();
        path.LineTo(5, 5);
        path.MoveTo(10, 20);
        path.LineTo(30, 30);
        path.Close();
        path.LineTo(40, 40);

        Assert.Equal("0,0 5,5 10,20 30,30 10,20 40,40", Shown(path));
    }

    [Fact]
    public void Bounds_hold_control_points_too()
    {
        using var path = SKPath.ParseSvgPathData("M10 10 Q20 -30 30 10 C40 50 50 10 20 10");
        var bounds = path.Bounds;

        Assert.Equal((10, -30, 50, 50), (bounds.Left, bounds.Top, bounds.Right, bounds.Bottom));
        Assert.Equal((40, 80, 30, 10), (bounds.Width, bounds.Height, bounds.MidX, bounds.MidY));
    }

    [Fact]
    public void The_bounds_of_a_circle_are_around_it_and_of_nothing_are_empty()
    {
        using var path = new SKPath();
        Assert.Equal(default, path.Bounds);

        path.AddCircle(10, 20, 5, SKPathDirection.CounterClockwise);

        Assert.Equal(new SKRect(5, 15, 15, 25), path.Bounds);
    }

    [Fact]
    public void The_bounds_of_points_that_are_no_numbers_are_empty()
    {
        using var path = SKPath.ParseSvgPathData("M1 1 L5 5");
        path.LineTo(float.NaN, 1);

        Assert.Equal(default, path.Bounds);
    }

    [Fact]
    public void Circles_of_opposite_direction_cancel_out()
    {
        using var path = new SKPath();
        path.AddCircle(32, 32, 20);
        path.AddCircle(32, 32, 10, SKPathDirection.CounterClockwise);

        Assert.Equal(0, Sheet.Draw(canvas => canvas.DrawPath(path, Sheet.Filled))[32, 32]);
    }

    [Fact]
    public void A_copy_is_its_own_path()
    {
        using var path = SKPath.ParseSvgPathData("M1 1 L5 5");
        path.FillType = SKPathFillType.EvenOdd;
        using var copy = new SKPath(path);
        copy.LineTo(9, 9);
        copy.Transform(SKMatrix.CreateTranslation(1, 0));

        Assert.Equal(("1,1 5,5", "2,1 6,5 10,9"), (Shown(path), Shown(copy)));
        Assert.Equal(SKPathFillType.EvenOdd, copy.FillType);
    }

    [Theory]
    [InlineData("", "")]
    [InlineData("  M1,2 ,L 3 4\n", "1,2 3,4")]
    [InlineData("M1 2 3 4 5 6", "1,2 3,4 5,6")]
    [InlineData("m1 2 3 4 5 6", "1,2 4,6 9,12")]
    [InlineData("M1-2.5.5L-3e1+4", "1,-2.5 -30,4", "M1-2.5L-3e1+4")]
    [InlineData("M1.5.5-1.5-.5", "1.5,0.5 -1.5,-0.5")]
    [InlineData("M1 2H5V6h-1v-1", "1,2 5,2 5,6 4,6 4,5")]
    [InlineData("M0 0C1 1 2 1 3 0S5 -1 6 0", "0,0 1,1 2,1 3,0 4,-1 5,-1 6,0")]
    [InlineData("M0 0s1 1 2 2", "0,0 0,0 1,1 2,2")]
    [InlineData("M1 1q1 1 2 0t2 0T9 1", "1,1 2,2 3,1 4,0 5,1 6,2 9,1")]
    [InlineData("M1 1Q2 2 3 1L4 1T6 1", "1,1 2,2 3,1 4,1 4,1 6,1")]
    [InlineData("M5 5h2v2zl1 1", "5,5 7,5 7,7 5,5 6,6")]
    [InlineData("M1 1A0 5 0 0 1 9 1", "1,1 9,1")]
    [InlineData("M1 1a5 5 0 0 1 0 0", "1,1 1,1")]
    [InlineData("M0 0a10 10 0 0110 10", "0,0 10,0 10,10")]
    public void Path_data_gives_its_points(string data, string points, string? same = null)
    {
        using var path = SKPath.ParseSvgPathData(same ?? data);

        Assert.Equal(points, Shown(path));
    }

    [Theory]
    [InlineData(null)]
    [InlineData("1 2")]
    [InlineData("M1")]
    [InlineData("M1 2 L")]
    [InlineData("M1 2 L3 x")]
    [InlineData("M1 2 X3 4")]
    [InlineData("M1 2 Z 3 4")]
    [InlineData("M1 2 C1 2 3 4 5")]
    [InlineData("M1 2 A5 5 0 2 1 9 9")]
    [InlineData("M1 2 A5 5 0 1")]
    [InlineData("M- 2")]
    [InlineData("M1e 2")]
    public void Malformed_data_is_no_path(string? data) => Assert.Null(SKPath.ParseSvgPathData(data!));

    // A circle of radius 10 about 20, 20 is left at 30, 20 for 20, 30: by the short way or the long way.
    [Theory]
    [InlineData("M30 20 A10 10 0 0 1 20 30 Z", (100 * Math.PI / 4) - 50)]
    [InlineData("M30 20 A10 10 0 1 0 20 30 Z", (100 * Math.PI * 3 / 4) + 50)]
    [InlineData("M30 20 A10 10 0 1 1 20 30 Z", (100 * Math.PI * 3 / 4) + 50)]
    [InlineData("M40 20 A1 1 0 0 1 20 20 Z", 100 * Math.PI / 2)]
    [InlineData("M20 30 a20 -10 90 0 1 20 0 Z", Math.PI * 10 * 20 / 2)]
    public void An_arc_encloses_its_area(string data, double area) =>
        Assert.Equal(area, Sheet.Draw(data, Sheet.Filled).Area, area / 50);

    [Fact]
    public void A_turned_ellipse_lies_along_its_axis()
    {
        // The radii do not reach, and so grow to half the distance of the points and a quarter of that.
        var sheet = Sheet.Draw("M18 18 A4 1 45 0 1 46 46 A4 1 45 0 1 18 18 Z", Sheet.Filled);

        Assert.Equal(Math.PI * (14 * 14 * 2) / 4, sheet.Area, 4d);
        Assert.Equal((1, 1, 0, 0), (sheet[20, 20], sheet[43, 43], sheet[43, 20], sheet[20, 43]));
    }

    private static string Shown(SKPath path) => string.Join(' ', path.Points.Select(
        point => string.Create(CultureInfo.InvariantCulture, $"{Rounded(point.X)},{Rounded(point.Y)}")));

    private static double Rounded(float value) => Math.Round(value, 4) + 0d;
}
