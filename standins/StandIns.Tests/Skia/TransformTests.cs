using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>The canvas's matrix, and the matrix by itself.</summary>
public sealed class TransformTests
{
    private const string Glyph = "M4 2 C14 -4 20 8 12 12 Q2 16 10 22 L4 24 Z";

    public static TheoryData<string, Action<SKCanvas>, SKMatrix> Turns => new()
    {
        { "translate", canvas => canvas.Translate(20.25f, 12.5f), SKMatrix.CreateTranslation(20.25f, 12.5f) },
        { "scale", canvas => canvas.Scale(2, 1.5f), SKMatrix.CreateScale(2, 1.5f) },
        { "skew", canvas => canvas.Skew(0.5f, 0.25f), new(1, 0.5f, 0, 0.25f, 1, 0, 0, 0, 1) },
        { "rotate", canvas => canvas.RotateDegrees(30), new(0.8660254f, -0.5f, 0, 0.5f, 0.8660254f, 0, 0, 0, 1) },
        {
            "the last call comes first",
            canvas =>
            {
                canvas.Translate(30, 20);
                canvas.RotateDegrees(40);
                canvas.Skew(0.2f, -0.1f);
            },
            SKMatrix.CreateSkew(0.2f, -0.1f)
                .PostConcat(SKMatrix.CreateRotationDegrees(40))
                .PostConcat(SKMatrix.CreateTranslation(30, 20))
        },
    };

    [Theory]
    [MemberData(nameof(Turns))]
    public void A_path_on_a_turned_canvas_is_the_turned_path(string name, Action<SKCanvas> turn, SKMatrix matrix)
    {
        using var path = SKPath.ParseSvgPathData(Glyph);
        using var turned = new SKPath(path);
        turned.Transform(matrix);

        var onTurned = Sheet.Draw(canvas =>
        {
            turn(canvas);
            canvas.DrawPath(path, Sheet.Filled);
        });

        Assert.InRange(onTurned.DifferenceTo(Sheet.Draw(canvas => canvas.DrawPath(turned, Sheet.Filled))), 0, 1e-4);
        Assert.True(onTurned.Area > 100, name);
    }

    [Fact]
    public void A_quarter_turn_is_clockwise_and_exact()
    {
        var sheet = Sheet.Draw(canvas =>
        {
            canvas.RotateDegrees(90);
            canvas.DrawRect(10, -30, 20, 5, Sheet.Filled);
        });

        Assert.Equal((100, 1, 1), (sheet.Area, sheet[25, 10], sheet[29, 29]));
    }

    [Fact]
    public void Skew_moves_x_by_y()
    {
        var sheet = Sheet.Draw(canvas =>
        {
            canvas.Skew(1, 0);
            canvas.DrawRect(0, 20, 10, 10, Sheet.Filled);
        });

        Assert.Equal(100, sheet.Area, 1d);
        Assert.Equal((0, 1, 1, 0), (sheet[19, 20], sheet[25, 20], sheet[33, 29], sheet[40, 29]));
    }

    [Fact]
    public void A_stroke_is_scaled_with_its_canvas()
    {
        var sheet = Sheet.Draw(canvas =>
        {
            canvas.Scale(1, 4);
            canvas.DrawLine(10, 8, 50, 8, Sheet.Stroked(2));
            canvas.DrawLine(60, 2, 60, 14, Sheet.Stroked(2));
        });

        Assert.Equal((40 * 8) + (48 * 2), sheet.Area);
    }

    [Fact]
    public void Restore_goes_back_to_the_matrix_of_its_save()
    {
        var counts = new List<int>();
        var sheet = Sheet.Draw(canvas =>
        {
            for (var i = 0; i < 6; i++)
            {
                counts.Add(canvas.Save());
                canvas.Translate(10, 0);
            }

            canvas.DrawRect(0, 0, 1, 1, Sheet.Filled);
            for (var i = 0; i < 4; i++)
                canvas.Restore();
            canvas.DrawRect(0, 0, 1, 1, Sheet.Filled);
            for (var i = 0; i < 4; i++)
                canvas.Restore();
            canvas.DrawRect(0, 0, 1, 1, Sheet.Filled);
        });

        Assert.Equal([1, 2, 3, 4, 5, 6], counts);
        Assert.Equal((1, 1, 1, 3), (sheet[60, 0], sheet[20, 0], sheet[0, 0], sheet.Area));
    }

    [Fact]
    public void Concatenation_before_and_after_are_told_apart()
    {
        var move = SKMatrix.CreateTranslation(10, 20);
        var grow = SKMatrix.CreateScale(2, 3);

        Assert.Equal((12, 23), Mapped(move.PreConcat(grow)));
        Assert.Equal((22, 63), Mapped(move.PostConcat(grow)));
        Assert.Equal((1, 1), Mapped(SKMatrix.Identity));
    }

    [Fact]
    public void Perspective_divides_and_keeps_lines_straight()
    {
        using var path = SKPath.ParseSvgPathData("M10 10 H50 V50 H10 Z");
        path.Transform(new SKMatrix(1, 0, 0, 0, 1, 0, 0, 0.02f, 1));

        // The two parallel sides are 40 / 1.2 and 40 / 2 long, and 25 - 8.33 apart.
        Assert.Equal((10 / 1.2f, 25f), (path.Bounds.Top, path.Bounds.Bottom));
        Assert.Equal((33.33 + 20) / 2 * 16.67, Sheet.Draw(canvas => canvas.DrawPath(path, Sheet.Filled)).Area, 3d);
    }

    [Fact]
    public void Perspective_bends_a_curve_as_it_bends_its_points()
    {
        using var path = new SKPath();
        path.AddCircle(30, 30, 20);
        path.Transform(new SKMatrix(1, 0, 0, 0, 1, 0, 0, 0.02f, 1));

        // x² / w and y / w of the circle's own points, at its top, bottom and sides.
        Assert.Equal(10 / 1.2f, path.Bounds.Top, 0.01f);
        Assert.Equal(50 / 2f, path.Bounds.Bottom, 0.01f);
        Assert.All(path.Points, point => Assert.Equal(20, Radius(point), 0.05f));
    }

    // Back through the inverse: y / (1 + y / 50) = Y.
    private static float Radius(SKPoint point)
    {
        var w = 1 / (1 - (0.02f * point.Y));
        var (x, y) = ((point.X * w) - 30, (point.Y * w) - 30);
        return MathF.Sqrt((x * x) + (y * y));
    }

    private static (float X, float Y) Mapped(SKMatrix matrix)
    {
        using var path = new SKPath();
        path.MoveTo(1, 1);
        path.Transform(matrix);
        return (path.Points[0].X, path.Points[0].Y);
    }
}
