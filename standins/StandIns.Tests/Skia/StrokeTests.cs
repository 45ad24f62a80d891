using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>What a stroke covers: lines, their caps and their joins.</summary>
public sealed class StrokeTests
{
    // A right angle of two lines of width 8 whose corner lies at 40, 20.
    private const string Corner = "M10 20 H40 V50";
    private const double CornerWithoutJoin = (30 * 8) + (30 * 8) - (4 * 4);

    [Theory]
    [InlineData(SKStrokeCap.Butt, 0)]
    [InlineData(SKStrokeCap.Round, Math.PI * 16)]
    [InlineData(SKStrokeCap.Square, 8 * 8)]
    public void A_line_covers_its_length_and_its_caps(SKStrokeCap cap, double caps)
    {
        foreach (var (x, y) in new[] { (50f, 32f), (44f, 48f), (20f, 12f) })
        {
            var length = Math.Sqrt(((x - 20) * (x - 20)) + ((y - 32) * (y - 32)));
            var sheet = Sheet.Draw(canvas => canvas.DrawLine(20, 32, x, y, Sheet.Stroked(8, cap)));

            Assert.Equal((length * 8) + caps, sheet.Area, 2.5);
        }
    }

    [Theory]
    [InlineData(SKStrokeJoin.Bevel, 8)]
    [InlineData(SKStrokeJoin.Round, Math.PI * 4)]
    [InlineData(SKStrokeJoin.Miter, 16)]
    public void A_corner_has_its_join(SKStrokeJoin join, double area)
    {
        var paint = Sheet.Stroked(8, join: join);

        Assert.Equal(CornerWithoutJoin + area, Sheet.Draw(Corner, paint).Area, 0.5);
        Assert.Equal(CornerWithoutJoin + area, Sheet.Draw("M40 50 V20 H10", paint).Area, 0.5);
    }

    [Theory]
    [InlineData(SKStrokeJoin.Bevel, 4 * 8)]
    [InlineData(SKStrokeJoin.Round, 4 * Math.PI * 4)]
    [InlineData(SKStrokeJoin.Miter, 4 * 16)]
    public void A_closed_path_has_a_join_at_its_start_and_no_cap(SKStrokeJoin join, double area)
    {
        var sheet = Sheet.Draw("M16 16 H48 V48 H16 Z", Sheet.Stroked(8, SKStrokeCap.Square, join));

        Assert.Equal((4 * 32 * 8) - (4 * 16) + area, sheet.Area, 1d);
        Assert.Equal(0, sheet[32, 32]);
    }

    // The tip is as far from the corner as the miter is long: half the width by the sine of half the angle.
    [Theory]
    [InlineData(30, true)]
    [InlineData(28, false)]
    public void A_miter_longer_than_four_widths_becomes_a_bevel(double degrees, bool isMiter)
    {
        var half = degrees / 2 * Math.PI / 180;
        var (x, y) = (30 + (30 * Math.Cos(half)), 30 * Math.Sin(half));
        var path = FormattableString.Invariant($"M{x} {32 - y} L30 32 L{x} {32 + y}");

        Assert.Equal(isMiter ? 1 : 0, Sheet.Draw(path, Sheet.Stroked(6))[22, 32], 0.1);
    }

    [Theory]
    [InlineData(SKStrokeCap.Butt, 0)]
    [InlineData(SKStrokeCap.Round, Math.PI * 25)]
    [InlineData(SKStrokeCap.Square, 100)]
    public void A_line_without_length_is_its_caps(SKStrokeCap cap, double area)
    {
        Assert.Equal(area, Sheet.Draw("M30 30 L30 30", Sheet.Stroked(10, cap)).Area, 1d);
        Assert.Equal(area, Sheet.Draw("M30 30 Z", Sheet.Stroked(10, cap)).Area, 1d);
        Assert.Equal(0, Sheet.Draw("M30 30", Sheet.Stroked(10, cap)).Area);
    }

    [Fact]
    public void A_stroked_circle_is_a_ring()
    {
        var sheet = Sheet.Draw(canvas => canvas.DrawCircle(32, 32, 20, Sheet.Stroked(6)));

        Assert.Equal(Math.PI * ((23 * 23) - (17 * 17)), sheet.Area, 6d);
        Assert.Equal(0, sheet[32, 32]);
    }

    [Fact]
    public void A_stroke_wider_than_its_circle_has_no_hole()
    {
        var sheet = Sheet.Draw(canvas => canvas.DrawCircle(32, 32, 5, Sheet.Stroked(20)));

        Assert.Equal(Math.PI * 15 * 15, sheet.Area, 7d);
    }

    [Theory]
    [InlineData("M10 10 L50 50 M50 10 L10 50")]
    [InlineData("M10 10 L50 50 L50 10 L10 50")]
    public void A_stroke_over_itself_is_whole(string path)
    {
        var sheet = Sheet.Draw(path, Sheet.Stroked(6));

        Assert.All(Enumerable.Range(25, 10), at => Assert.Equal((1, 1), (sheet[at, at], sheet[at, 59 - at])));
    }

    [Fact]
    public void A_line_and_back_is_the_line_and_its_round_end()
    {
        var sheet = Sheet.Draw("M10 32 H50 H10", Sheet.Stroked(8, join: SKStrokeJoin.Round));

        Assert.Equal((40 * 8) + (Math.PI * 8), sheet.Area, 1d);
    }

    [Fact]
    public void A_curve_is_as_wide_as_its_pen_all_along_whatever_the_join()
    {
        // A half circle of radius 20.
        const string Arc = "M12 44 A20 20 0 0 1 52 44";

        foreach (var join in Enum.GetValues<SKStrokeJoin>())
            Assert.Equal(Math.PI * 20 * 6, Sheet.Draw(Arc, Sheet.Stroked(6, join: join)).Area, 4d);
    }

    [Fact]
    public void Filled_and_stroked_is_the_union_of_both()
    {
        var paint = Sheet.Stroked(4);
        paint.Style = SKPaintStyle.StrokeAndFill;

        Assert.Equal(34 * 34, Sheet.Draw("M17 17 H47 V47 H17 Z", paint).Area);
        Assert.Equal(34 * 34, Sheet.Draw("M17 17 V47 H47 V17 Z", paint).Area);
        Assert.Equal(4096 - (34 * 34), Sheet.Draw("M17 17 V47 H47 V17 Z", paint, SKPathFillType.InverseWinding).Area);
    }

    [Theory]
    [InlineData(1f)]
    [InlineData(10f)]
    public void A_hairline_is_one_pixel_wide_whatever_the_scale(float scale)
    {
        var sheet = Sheet.Draw(canvas =>
        {
            canvas.Scale(scale, scale);
            canvas.DrawLine(10 / scale, 20.5f / scale, 50 / scale, 20.5f / scale, Sheet.Stroked(0));
        });

        Assert.Equal((40, 1), (sheet.Area, sheet[30, 20]));
    }

    [Fact]
    public void A_line_is_stroked_by_a_paint_that_fills() =>
        Assert.Equal(40, Sheet.Draw(canvas => canvas.DrawLine(10, 20.5f, 50, 20.5f, Sheet.Filled)).Area);

    [Fact]
    public void A_negative_width_changes_nothing()
    {
        using var paint = new SKPaint { StrokeWidth = 3 };

        paint.StrokeWidth = -1;

        Assert.Equal(3, paint.StrokeWidth);
    }
}
