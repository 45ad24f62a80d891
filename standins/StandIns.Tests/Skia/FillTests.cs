using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>What a fill covers, to the part of a pixel.</summary>
public sealed class FillTests
{
    private const double OneLevel = 1d / 16;

    private const string Nested = "M10 10 H50 V50 H10 Z M20 20 H40 V40 H20 Z";
    private const string NestedOpposite = "M10 10 H50 V50 H10 Z M20 20 V40 H40 V20 Z";

    [Fact]
    public void A_rectangle_of_whole_pixels_covers_them_and_no_other()
    {
        var sheet = Sheet.Draw(canvas => canvas.DrawRect(3, 5, 10, 20, Sheet.Filled));

        Assert.Equal(200, sheet.Area);
        Assert.Equal((1, 1, 0, 0, 0, 0), (sheet[3, 5], sheet[12, 24], sheet[2, 5], sheet[13, 5], sheet[3, 4], sheet[3, 25]));
    }

    [Theory]
    [InlineData(0.5f, 0.5f)]
    [InlineData(0.25f, 0.75f)]
    [InlineData(0.75f, 0.25f)]
    public void A_rectangle_at_parts_of_pixels_covers_its_border_in_part(float left, float top)
    {
        var sheet = Sheet.Draw(canvas => canvas.DrawRect(3 + left, 5 + top, 10, 20, Sheet.Filled));

        Assert.Equal(1, sheet[8, 10]);
        Assert.Equal(1 - left, sheet[3, 10], OneLevel);
        Assert.Equal(left, sheet[13, 10], OneLevel);
        Assert.Equal(1 - top, sheet[8, 5], OneLevel);
        Assert.Equal(top, sheet[8, 25], OneLevel);
        Assert.Equal((1 - left) * (1 - top), sheet[3, 5], OneLevel);
        Assert.Equal((0, 0), (sheet[2, 10], sheet[14, 10]));
    }

    [Fact]
    public void A_rectangle_of_negative_size_is_the_one_turned_round()
    {
        var turned = Sheet.Draw(canvas => canvas.DrawRect(13, 25, -10, -20, Sheet.Filled));

        Assert.Equal(0, turned.DifferenceTo(Sheet.Draw(canvas => canvas.DrawRect(3, 5, 10, 20, Sheet.Filled))));
    }

    [Fact]
    public void A_sliver_within_a_pixel_covers_its_part()
    {
        var sheet = Sheet.Draw(canvas => canvas.DrawRect(3.25f, 5, 0.5f, 1, Sheet.Filled));

        Assert.Equal(0.5, sheet[3, 5], OneLevel);
        Assert.Equal(sheet[3, 5], sheet.Area);
    }

    [Theory]
    [InlineData(32f, 32f, 10f)]
    [InlineData(31.3f, 32.7f, 25.5f)]
    [InlineData(32.5f, 32.5f, 4f)]
    public void A_circle_has_its_area(float x, float y, float radius)
    {
        var expected = Math.PI * radius * radius;

        Assert.Equal(expected, Sheet.Draw(canvas => canvas.DrawCircle(x, y, radius, Sheet.Filled)).Area, expected / 100);
    }

    [Fact]
    public void A_circle_of_no_radius_covers_nothing() =>
        Assert.Equal(0, Sheet.Draw(canvas => canvas.DrawCircle(32, 32, -5, Sheet.Filled)).Area);

    [Fact]
    public void A_slope_covers_half_of_what_it_crosses()
    {
        var sheet = Sheet.Draw("M10 10 L50 50 L10 50 Z", Sheet.Filled);

        Assert.Equal(800, sheet.Area, 4d);
        Assert.All(Enumerable.Range(10, 40), at => Assert.Equal(0.5, sheet[at, at], OneLevel));
    }

    [Theory]
    [InlineData("M10 10 Q30 40 50 10 Z", 400)]
    [InlineData("M10 10 C10 40 50 40 50 10 Z", 720)]
    public void The_area_under_a_curve_is_that_of_its_formula(string path, double area) =>
        Assert.Equal(area, Sheet.Draw(path, Sheet.Filled).Area, area / 100);

    [Theory]
    [InlineData(Nested, SKPathFillType.Winding, 1600)]
    [InlineData(Nested, SKPathFillType.EvenOdd, 1200)]
    [InlineData(NestedOpposite, SKPathFillType.Winding, 1200)]
    [InlineData(NestedOpposite, SKPathFillType.EvenOdd, 1200)]
    [InlineData(Nested, SKPathFillType.InverseWinding, 4096 - 1600)]
    [InlineData(Nested, SKPathFillType.InverseEvenOdd, 4096 - 1200)]
    [InlineData("", SKPathFillType.InverseWinding, 4096)]
    public void The_fill_type_decides_what_is_inside(string path, SKPathFillType fillType, double area) =>
        Assert.Equal(area, Sheet.Draw(path, Sheet.Filled, fillType).Area);

    [Fact]
    public void What_overlaps_within_a_path_is_covered_once()
    {
        var sheet = Sheet.Draw("M10.5 10 H30 V30 H10.5 Z M10.5 20 H30 V40 H10.5 Z", Sheet.Filled);

        Assert.Equal(0.5, sheet[10, 25], OneLevel);
    }

    [Fact]
    public void Without_antialiasing_a_pixel_is_covered_when_its_middle_is()
    {
        using var paint = new SKPaint();
        var sheet = Sheet.Draw(canvas => canvas.DrawCircle(32.3f, 31.8f, 20.4f, paint));

        Assert.All(sheet.Values, value => Assert.True(value is 0 or 1));
        Assert.Equal(Math.PI * 20.4 * 20.4, sheet.Area, 20d);
        Assert.Equal((0, 1), (sheet[11, 31], sheet[12, 31]));
    }

    [Fact]
    public void What_lies_outside_of_the_picture_counts_and_is_cut_off()
    {
        var sheet = Sheet.Draw("M-1e9 -1e9 H32 V1e9 H-1e9 Z M-500 20 H500 V30 H-500 Z", Sheet.Filled);

        Assert.Equal((32 * 64) + (32 * 10), sheet.Area);
    }

    [Theory]
    [InlineData(float.NaN)]
    [InlineData(float.PositiveInfinity)]
    public void A_path_with_a_point_that_is_no_number_is_not_drawn(float wrong)
    {
        using var path = new SKPath { FillType = SKPathFillType.InverseWinding };
        path.AddCircle(32, 32, 10);
        path.LineTo(wrong, 5);

        Assert.Equal(0, Sheet.Draw(canvas => canvas.DrawPath(path, Sheet.Filled)).Area);
        Assert.Equal(0, Sheet.Draw(canvas => canvas.DrawPath(path, Sheet.Stroked(3))).Area);
    }
}
