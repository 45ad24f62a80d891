using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

public sealed class PicturePainterTests
{
    private static readonly byte[] Seed = Pictures.Seed(1);

    [Fact]
    public void The_same_text_and_seed_give_the_same_bytes_from_any_painter() => Assert.Equal(
        Pictures.Painter.Paint("ACE23", Seed),
        new PicturePainter(new PictureOptions()).Paint("ACE23", Seed));

    [Fact]
    public void Another_seed_or_text_gives_another_picture()
    {
        var picture = Pictures.Painter.Paint("ACE23", Seed);

        Assert.NotEqual(picture, Pictures.Painter.Paint("ACE23", Pictures.Seed(2)));
        Assert.NotEqual(picture, Pictures.Painter.Paint("ACE26", Seed));
    }

    [Fact]
    public void Every_byte_of_the_seed_counts()
    {
        var picture = Pictures.Painter.Paint("ACE23", Seed);

        for (var i = 0; i < Seed.Length; i++)
        {
            byte[] other = [.. Seed];
            other[i] ^= 1;
            Assert.NotEqual(picture, Pictures.Painter.Paint("ACE23", other));
        }
    }

    [Fact]
    public void The_case_of_a_symbol_makes_no_difference() =>
        Assert.Equal(Pictures.Painter.Paint("ACEMN", Seed), Pictures.Painter.Paint("aCemn", Seed));

    [Theory]
    [InlineData(80, 30, 4)]
    [InlineData(160, 60, 8)]
    [InlineData(161, 61, 5)]
    [InlineData(400, 200, 8)]
    public void A_picture_is_as_large_as_it_is_set(int width, int height, int length)
    {
        var painter = new PicturePainter(new PictureOptions { Width = width, Height = height, Length = length });

        var picture = new DecodedPicture(painter.Paint(Pictures.Text(1, length), Seed));

        Assert.Equal((width, height), (picture.Width, picture.Height));
    }

    [Fact]
    public void Each_ink_is_taken_and_stands_out_from_the_paper()
    {
        var options = new PictureOptions();
        var (paper, inks) = (options.ReadPaper(), options.ReadInks());
        var seen = new HashSet<PictureColor>();
        for (var i = 0; i < 60; i++)
        {
            var darkest = Colors(new DecodedPicture(Pictures.Paint(i))).MaxBy(color => color.ContrastTo(paper));
            Assert.True(darkest.ContrastTo(paper) >= 4.5);
            seen.Add(darkest);
        }

        Assert.Equal(inks.ToHashSet(), seen);
    }

    [Fact]
    public void A_picture_has_one_ink_so_that_no_colour_tells_curves_from_glyphs()
    {
        var painter = new PicturePainter(new PictureOptions { Ink = "#7A0000,#00007A" });
        for (var i = 0; i < 20; i++)
        {
            var colors = Colors(new DecodedPicture(painter.Paint(Pictures.Text(i), Pictures.Seed(i)))).ToList();
            Assert.True(colors.TrueForAll(color => color.Green == color.Blue) || colors.TrueForAll(color => color.Red == color.Green));
        }
    }

    [Theory]
    [InlineData("ACE20")]
    [InlineData("ACE2 ")]
    [InlineData("ACE2\u00c4")]
    [InlineData("ACE2\ud83d\ude00")]
    public void A_symbol_without_a_glyph_is_refused_and_the_text_not_told(string text)
    {
        var fault = Assert.Throws<ArgumentException>(() => Pictures.Painter.Paint(text, Seed));

        Assert.Contains("has no glyph", fault.Message, StringComparison.Ordinal);
        Assert.DoesNotContain("ACE", fault.ToString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(31)]
    [InlineData(33)]
    public void A_seed_has_32_bytes(int length) =>
        Assert.Throws<ArgumentOutOfRangeException>(() => Pictures.Painter.Paint("ACE23", new byte[length]));

    [Fact]
    public void There_is_no_picture_of_nothing() => Assert.Throws<ArgumentException>(() => Pictures.Painter.Paint("", Seed));

    [Fact]
    public async Task Painted_in_parallel_pictures_are_what_they_are_one_by_one()
    {
        var painter = new PicturePainter(new PictureOptions());
        var numbers = Enumerable.Range(0, 64).ToArray();

        var parallel = await Task.WhenAll(
            numbers.Select(i => Task.Run(() => painter.Paint(Pictures.Text(i), Pictures.Seed(i)))));

        Assert.Equal(numbers.Select(Pictures.Paint), parallel);
    }

    private static IEnumerable<PictureColor> Colors(DecodedPicture picture) =>
        from y in Enumerable.Range(0, picture.Height)
        from x in Enumerable.Range(0, picture.Width)
        let color = picture[x, y]
        select new PictureColor(color.Red, color.Green, color.Blue);
}
