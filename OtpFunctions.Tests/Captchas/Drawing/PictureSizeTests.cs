using System.Text;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>What a file says besides its picture: nothing, and its length neither.</summary>
public sealed class PictureSizeTests
{
    private const int Step = 4000;

    [Fact]
    public void Default_pictures_are_all_equally_long_and_under_4_KiB()
    {
        var lengths = Enumerable.Range(0, 300).Select(i => Pictures.Paint(i).Length).Distinct();

        Assert.Equal(Step, Assert.Single(lengths));
        Assert.True(Step < 4096);
    }

    [Theory]
    [InlineData("2222")]
    [InlineData("MMMMMMMM")]
    public void So_are_those_of_other_texts(string text) =>
        Assert.Equal(Step, Pictures.Painter.Paint(text, Pictures.Seed(1)).Length);

    [Fact]
    public void A_file_has_what_a_picture_needs_and_the_filler()
    {
        var picture = new DecodedPicture(Pictures.Paint(1));

        Assert.Equal(["IHDR", "PLTE", "IDAT", "otPd", "IEND"], picture.Chunks.Select(chunk => chunk.Type));
        Assert.All(picture.Data("otPd"), one => Assert.Equal(0, one));
        Assert.Empty(picture.Data("IEND"));
    }

    [Theory]
    [InlineData(100, 1, 112)]
    [InlineData(100, 112, 112)]
    [InlineData(101, 112, 224)]
    [InlineData(100, 1000, 1000)]
    [InlineData(1000, 1000, 2000)]
    public void A_file_is_filled_up_to_the_next_step(int length, int step, int filled)
    {
        byte[] png = [.. Enumerable.Repeat((byte)7, length)];

        var result = PngSize.Fill(png, step);

        Assert.Equal(filled, result.Length);
        Assert.Equal(png[..^12], result[..(length - 12)]);
        Assert.Equal("otPd", Encoding.ASCII.GetString(result, length - 8, 4));
        Assert.Equal(png[^12..], result[^12..]);
    }

    // Written by Skia's own encoder (canvaskit-wasm 0.40.0), in true colour with alpha: 160 x 60 in the first ink on white.
    [Fact]
    public void A_picture_of_Skias_own_encoder_is_written_in_16_shades()
    {
        var png = File.ReadAllBytes(Repository.PathOf("OtpFunctions.Tests/Captchas/Drawing/skia.png"));
        var (paper, ink) = (new PictureColor(255, 255, 255), new PictureColor(0x1B, 0x3A, 0x6B));
        var image = PngImage.Read(png)!;

        var shades = new DecodedPicture(PngShades.Reduce(png, paper, ink).ToArray());

        Assert.Equal((160, 60, 4), (image.Width, image.Height, image.Channels));
        Assert.InRange(png.Length, 4097, 10_000);
        Assert.Equal(48, shades.Data("PLTE").Length);
        Assert.True(PngSize.Fill(PngShades.Reduce(png, paper, ink), Step).Length == Step);
        for (var i = 0; i < image.Width * image.Height; i++)
        {
            var (x, y) = (i % image.Width, i / image.Width);
            var red = image.Rows[(y * ((image.Width * image.Channels) + 1)) + 1 + (x * image.Channels)];
            Assert.InRange(Math.Abs(shades[x, y].Red - red), 0, 8);
        }
    }

    [Fact]
    public void A_picture_with_a_palette_stays_as_it_is()
    {
        var (paper, ink) = (new PictureColor(255, 255, 255), new PictureColor(0, 0, 0));
        var png = Pictures.Paint(1);

        Assert.True(PngShades.Reduce(png, paper, ink).SequenceEqual(png));
    }

    // The example of the specification's predictor, and each other filter, over two rows of two one-byte pixels.
    [Theory]
    [InlineData(new byte[] { 0, 5, 6, 0, 7, 8 }, new byte[] { 5, 6, 7, 8 })]
    [InlineData(new byte[] { 1, 5, 6, 1, 7, 250 }, new byte[] { 5, 11, 7, 1 })]
    [InlineData(new byte[] { 2, 5, 6, 2, 7, 8 }, new byte[] { 5, 6, 12, 14 })]
    [InlineData(new byte[] { 3, 5, 6, 3, 7, 8 }, new byte[] { 5, 8, 9, 16 })]
    [InlineData(new byte[] { 4, 5, 6, 4, 7, 8 }, new byte[] { 5, 11, 12, 20 })]
    public void A_filter_is_undone(byte[] rows, byte[] pixels)
    {
        PngFilter.Undo(rows, length: 2, pixel: 1);

        Assert.Equal(pixels, new[] { rows[1], rows[2], rows[4], rows[5] });
    }

    [Fact]
    public void An_unknown_filter_is_a_fault() =>
        Assert.Throws<InvalidDataException>(() => PngFilter.Undo(new byte[] { 5, 0, 0 }, length: 2, pixel: 1));
}
