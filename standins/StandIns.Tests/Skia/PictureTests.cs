using SkiaSharp;

namespace StandIns.Tests.Skia;

/// <summary>Colours, how they blend, and the file a picture becomes.</summary>
public sealed class PictureTests
{
    private static readonly SKColor White = new(255, 255, 255);

    [Theory]
    [InlineData(255)]
    [InlineData(128)]
    [InlineData(1)]
    public void Colours_blend_by_alpha(byte alpha)
    {
        var png = Draw(canvas =>
        {
            canvas.Clear(new SKColor(200, 100, 0));
            using var paint = new SKPaint { Color = new SKColor(10, 250, 120, alpha) };
            canvas.DrawRect(0, 0, 8, 16, paint);
        });

        var a = alpha / 255d;
        var (r, g, b, opaque) = png[3, 3];
        Assert.Equal((10 * a) + (200 * (1 - a)), r, 1d);
        Assert.Equal((250 * a) + (100 * (1 - a)), g, 1d);
        Assert.Equal((120 * a) + (0 * (1 - a)), b, 1d);
        Assert.Equal((255, (200, 100, 0, 255)), (opaque, png[12, 3]));
    }

    [Fact]
    public void Two_coats_over_nothing_cover_as_one_over_the_other()
    {
        var png = Draw(canvas =>
        {
            using var paint = new SKPaint { Color = new SKColor(200, 60, 20, 128) };
            canvas.DrawRect(0, 0, 16, 16, paint);
            canvas.DrawRect(0, 0, 8, 16, paint);
        });

        Assert.Equal((200, 60, 20, 128), Near(png[12, 5], (200, 60, 20, 128)));
        Assert.Equal((200, 60, 20, 192), Near(png[4, 5], (200, 60, 20, 192)));
    }

    [Fact]
    public void A_part_covered_is_a_part_of_the_alpha()
    {
        var png = Draw(canvas =>
        {
            canvas.Clear(White);
            using var paint = new SKPaint { Color = new SKColor(0, 0, 0, 128), IsAntialias = true };
            canvas.DrawRect(0.5f, 0, 8, 16, paint);
        });

        Assert.Equal(255 * (1 - 0.25), png[0, 5].R, 255d / 32);
    }

    [Fact]
    public void Clear_replaces_what_was_there()
    {
        var png = Draw(canvas =>
        {
            canvas.Clear(White);
            canvas.Clear(new SKColor(80, 40, 20, 100));
        });

        Assert.Equal((80, 40, 20, 100), Near(png[4, 5], (80, 40, 20, 100)));
    }

    [Theory]
    [InlineData(1, 1)]
    [InlineData(2, 1)]
    [InlineData(3, 2)]
    [InlineData(5, 4)]
    [InlineData(16, 4)]
    [InlineData(17, 8)]
    [InlineData(256, 8)]
    public void An_opaque_picture_of_few_colours_has_a_palette_as_small_as_fits(int colors, int bits)
    {
        var png = Draw(canvas => Rainbow(canvas, colors), 19, 17);

        Assert.Equal((3, bits, colors), (png.ColorType, png.BitDepth, png.PaletteLength));
        Assert.Equal(["IHDR", "PLTE", "IDAT", "IEND"], png.Chunks);
        Assert.Equal((19, 17), (png.Width, png.Height));
        AssertRainbow(png, colors);
    }

    [Fact]
    public void More_colours_are_written_each_by_itself()
    {
        var png = Draw(canvas => Rainbow(canvas, 257), 19, 17);

        Assert.Equal((2, 8), (png.ColorType, png.BitDepth));
        Assert.Equal(["IHDR", "IDAT", "IEND"], png.Chunks);
        AssertRainbow(png, 257);
    }

    [Theory]
    [InlineData(0, 0)]
    [InlineData(18, 16)]
    public void One_pixel_that_is_not_opaque_keeps_its_alpha(int x, int y)
    {
        var png = Draw(
            canvas =>
            {
                canvas.DrawPath(AllBut(x, y), new SKPaint { Color = White });
            },
            19,
            17);

        Assert.Equal(((0, 0, 0, 0), (255, 255, 255, 255)), (png[x, y], png[9, 9]));
        Assert.Equal(6, png.ColorType);
    }

    [Fact]
    public void Rows_take_the_filter_that_suits_them()
    {
        var png = Draw(
            canvas =>
            {
                for (var x = 0; x < 64; x++)
                {
                    Dot(canvas, x, 0, new SKColor((byte)(x * 3), (byte)(x * 2), (byte)x, 254));
                    Dot(canvas, x, 1, new SKColor((byte)(x * 3), (byte)(x * 2), (byte)x, 254));
                }
            },
            64,
            4);

        Assert.Subset(new HashSet<int> { 0, 1, 2 }, png.Filters);
        Assert.True(png.Filters.Count >= 2);
        Assert.Equal((90, 60, 30, 254), Near(png[30, 1], (90, 60, 30, 254)));
    }

    [Fact]
    public void One_ink_on_one_ground_is_sixteen_colours_at_most()
    {
        var png = Draw(
            canvas =>
            {
                canvas.Clear(White);
                canvas.DrawCircle(32.3f, 31.7f, 20.2f, Sheet.Filled);
            },
            64,
            64);

        Assert.Equal((4, 16), (png.BitDepth, png.PaletteLength));
    }

    [Theory]
    [InlineData(SKEncodedImageFormat.Bmp)]
    [InlineData(SKEncodedImageFormat.Gif)]
    [InlineData(SKEncodedImageFormat.Jpeg)]
    public void A_format_without_an_encoder_gives_nothing(SKEncodedImageFormat format)
    {
        using var surface = SKSurface.Create(new SKImageInfo(4, 4));
        using var image = surface.Snapshot();

        Assert.Null(image.Encode(format, 80));
    }

    [Theory]
    [InlineData(0, 5)]
    [InlineData(5, 0)]
    [InlineData(-1, 5)]
    [InlineData(65536, 65536)]
    public void A_surface_needs_a_size(int width, int height) =>
        Assert.Null(SKSurface.Create(new SKImageInfo(width, height)));

    private static SKPath AllBut(int x, int y)
    {
        var path = new SKPath { FillType = SKPathFillType.InverseWinding };
        path.MoveTo(x, y);
        path.LineTo(x + 1, y);
        path.LineTo(x + 1, y + 1);
        path.LineTo(x, y + 1);
        return path;
    }

    private static PngFile Draw(Action<SKCanvas> draw, int width = 16, int height = 16)
    {
        using var surface = SKSurface.Create(new SKImageInfo(width, height));
        draw(surface.Canvas);
        return new PngFile(Sheet.Encoded(surface));
    }

    // Colour i stands at pixel i; the last one everywhere else.
    private static void Rainbow(SKCanvas canvas, int colors)
    {
        canvas.Clear(ColorAt(colors - 1));
        for (var i = 0; i < colors; i++)
            Dot(canvas, i % 19, i / 19, ColorAt(i));
    }

    private static void AssertRainbow(PngFile png, int colors)
    {
        for (var i = 0; i < 19 * 17; i++)
        {
            var color = ColorAt(Math.Min(i, colors - 1));
            Assert.Equal((color.Red, color.Green, color.Blue, color.Alpha), png[i % 19, i / 19]);
        }
    }

    private static void Dot(SKCanvas canvas, int x, int y, SKColor color)
    {
        using var paint = new SKPaint { Color = color };
        canvas.DrawRect(x, y, 1, 1, paint);
    }

    private static SKColor ColorAt(int i) => new((byte)(i * 7), (byte)(i / 8), (byte)(i % 2 * 255));

    // The expected one where each channel is within 1 of it, else the actual one.
    private static (byte R, byte G, byte B, byte A) Near(
        (byte R, byte G, byte B, byte A) actual,
        (byte R, byte G, byte B, byte A) expected) =>
        Math.Abs(actual.R - expected.R) <= 1 && Math.Abs(actual.G - expected.G) <= 1
        && Math.Abs(actual.B - expected.B) <= 1 && Math.Abs(actual.A - expected.A) <= 1 ? expected : actual;
}
