using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;
using SkiaSharp;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>The curves through the text, seen in the pixels: beside the glyphs there is nothing else.</summary>
public sealed class CurveTests
{
    private const int HalfDark = 80;

    [Theory]
    [InlineData(PictureDifficulty.Low, 2)]
    [InlineData(PictureDifficulty.Normal, 2)]
    [InlineData(PictureDifficulty.High, 3)]
    public void Curves_run_from_edge_to_edge(PictureDifficulty difficulty, int curves)
    {
        var painter = new PicturePainter(new PictureOptions { Difficulty = difficulty });
        var most = 0;
        for (var i = 0; i < 40; i++)
        {
            var picture = new DecodedPicture(painter.Paint(Pictures.Text(i), Pictures.Seed(i)));
            foreach (var x in new[] { 0, picture.Width - 1 })
            {
                var runs = Runs(picture, x);
                Assert.InRange(runs, 1, curves);
                most = Math.Max(most, runs);
            }
        }

        Assert.Equal(curves, most);
    }

    // Taken by area: of what is inked in the outermost columns, how thick are the strokes.
    [Fact]
    public void Curves_are_as_thick_as_the_strokes_of_the_glyphs()
    {
        for (var i = 0; i < 40; i++)
        {
            var random = new SeedStream(Pictures.Seed(i), new byte[1024]);
            _ = random.Below(4);
            var layout = TextLayout.Arrange(Pictures.Text(i), new(160, 60), Distortion.Of(PictureDifficulty.Normal), ref random);
            var pen = GlyphSet.Styles[0].Pen * layout.Scale;
            var dark = new DecodedPicture(Pictures.Paint(i)).Darkness();
            var full = dark.Max();
            var inked = Enumerable.Range(0, 60).Sum(y => (double)dark[y * 160]) / full;

            // Two strokes that cross the edge at up to 60 degrees, and may cross each other.
            Assert.InRange(inked, 0.9 * pen, 2 * pen / Math.Cos(Math.PI / 3));
        }
    }

    // People know a letter by its top and its foot.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void Curves_stay_off_the_tops_and_the_feet_of_the_letters(bool startsHigh)
    {
        const int Fifth = 20;
        for (var i = 0; i < 200; i++)
        {
            var random = new SeedStream(Pictures.Seed(i), new byte[256]);
            using var curve = new SKPath();
            InkCurve.AddTo(curve, new Frame(new(10, 0), new(150, 100)), 160, startsHigh, ref random);
            using var surface = SKSurface.Create(new SKImageInfo(160, 100));
            surface.Canvas.Clear(new SKColor(255, 255, 255));
            using var hairline = new SKPaint { Style = SKPaintStyle.Stroke, IsAntialias = true };
            surface.Canvas.DrawPath(curve, hairline);
            using var image = surface.Snapshot();
            using var png = image.Encode(SKEncodedImageFormat.Png, 100);
            var shades = PngShades.Reduce(png.AsSpan(), new PictureColor(255, 255, 255), new PictureColor(0, 0, 0));
            var dark = new DecodedPicture(shades.ToArray()).Darkness();

            Assert.All(dark[..(Fifth * 160)], pixel => Assert.Equal(0, pixel));
            Assert.All(dark[^(Fifth * 160)..], pixel => Assert.Equal(0, pixel));
        }
    }

    private static int Runs(DecodedPicture picture, int x)
    {
        var dark = picture.Darkness();
        var runs = 0;
        for (var y = 0; y < picture.Height; y++)
        {
            var isInk = dark[(y * picture.Width) + x] > HalfDark;
            var wasInk = y > 0 && dark[((y - 1) * picture.Width) + x] > HalfDark;
            runs += isInk && !wasInk ? 1 : 0;
        }

        return runs;
    }
}
