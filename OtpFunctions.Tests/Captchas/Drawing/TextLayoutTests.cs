using System.Numerics;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

/// <summary>Where glyphs come to stand, before they are drawn.</summary>
public sealed class TextLayoutTests
{
    private const int Seeds = 500;

    // By which one may reach under or over the other.
    private const float MostInterlock = 20.1f;

    [Theory]
    [InlineData(160, 60, 5, PictureDifficulty.Normal)]
    [InlineData(160, 60, 8, PictureDifficulty.High)]
    [InlineData(80, 30, 4, PictureDifficulty.High)]
    [InlineData(80, 200, 4, PictureDifficulty.Low)]
    [InlineData(400, 30, 5, PictureDifficulty.Normal)]
    public void All_ink_of_the_glyphs_lies_inside(int width, int height, int length, PictureDifficulty difficulty)
    {
        for (var i = 0; i < Seeds; i++)
        {
            var layout = Arrange(i, Pictures.Text(i, length), new Vector2(width, height), difficulty);
            foreach (var glyph in layout.Glyphs)
            {
                // A curve lies within its points; round joins and caps reach half a pen further.
                var frame = Frame.Around(glyph.Points);
                var reach = new Vector2(glyph.Style.Pen * layout.Scale / 2);
                Assert.True(frame.Low.X >= reach.X && frame.Low.Y >= reach.Y);
                Assert.True(frame.High.X <= width - reach.X && frame.High.Y <= height - reach.Y);
            }
        }
    }

    [Fact]
    public void No_pen_is_broader_than_the_room_that_is_left_for_it() =>
        Assert.All(GlyphSet.Styles, style => Assert.InRange(style.Pen, 1, TextLayout.BroadestPen));

    [Theory]
    [InlineData(PictureDifficulty.Low, 4, 20)]
    [InlineData(PictureDifficulty.Normal, 8, 30)]
    [InlineData(PictureDifficulty.High, 8, 30)]
    public void Glyphs_are_turned_both_ways_up_to_the_limit_and_never_beyond(PictureDifficulty difficulty, float least, float most)
    {
        var turns = Enumerable.Range(0, Seeds)
            .SelectMany(i => Arrange(i, Pictures.Text(i), new Vector2(160, 60), difficulty).Glyphs)
            .Select(glyph => glyph.Pose.Turn)
            .ToList();

        Assert.All(turns, turn => Assert.InRange(Math.Abs(turn), least, most));
        Assert.InRange(turns.Max(), most - 0.5, most);
        Assert.InRange(turns.Min(), -most, 0.5 - most);
        Assert.InRange(turns.Count(turn => turn > 0), turns.Count * 0.45, turns.Count * 0.55);
        Assert.InRange(turns.Average(MathF.Abs), ((least + most) / 2) - 0.5, ((least + most) / 2) + 0.5);
    }

    [Fact]
    public void Every_style_comes_equally_often()
    {
        var styles = Enumerable.Range(0, Seeds)
            .SelectMany(i => Arrange(i, Pictures.Text(i), new Vector2(160, 60), PictureDifficulty.Normal).Glyphs)
            .CountBy(glyph => glyph.Style)
            .ToList();

        Assert.Equal(GlyphSet.Styles.Count, styles.Count);
        Assert.All(styles, style => Assert.InRange(style.Value, Seeds * 5 * 0.29, Seeds * 5 * 0.38));
    }

    [Theory]
    [InlineData(PictureDifficulty.Low)]
    [InlineData(PictureDifficulty.Normal)]
    [InlineData(PictureDifficulty.High)]
    public void Neighbours_stand_close_and_their_strokes_do_not_meet(PictureDifficulty difficulty)
    {
        var distortion = Distortion.Of(difficulty);
        for (var i = 0; i < Seeds; i++)
        {
            var layout = Arrange(i, Pictures.Text(i), new Vector2(160, 60), difficulty);
            foreach (var (one, next) in layout.Glyphs.Zip(layout.Glyphs.Skip(1)))
            {
                var between = Frame.Around(next.Points).Low.X - Frame.Around(one.Points).High.X;
                Assert.InRange(between / layout.Scale, distortion.LeastGap - MostInterlock, distortion.MostGap + 0.1);
                Assert.True(Distance(one, next) / layout.Scale >= distortion.LeastGap);
            }
        }
    }

    [Fact]
    public void Only_at_the_high_difficulty_may_the_ink_of_neighbours_touch()
    {
        const float HalfAPen = TextLayout.BroadestPen / 2;

        Assert.True(Distortion.Of(PictureDifficulty.Low).LeastGap >= TextLayout.BroadestPen + HalfAPen);
        Assert.True(Distortion.Of(PictureDifficulty.Normal).LeastGap >= TextLayout.BroadestPen + HalfAPen);
    }

    // Between the centre lines where they are nearest.
    private static float Distance(PlacedGlyph one, PlacedGlyph other)
    {
        var ones = Along(one).ToList();
        return Along(other).Min(to => ones.Min(from => Vector2.Distance(from, to)));
    }

    private static IEnumerable<Vector2> Along(PlacedGlyph glyph)
    {
        var at = 0;
        foreach (var length in glyph.Strokes.ToArray())
        {
            var points = glyph.Points.Slice(at, length).ToArray();
            at += length;
            for (var i = 0; i + 2 < length; i += 2)
            {
                for (var t = 0f; t <= 1; t += 1f / 16)
                    yield return Vector2.Lerp(Vector2.Lerp(points[i], points[i + 1], t), Vector2.Lerp(points[i + 1], points[i + 2], t), t);
            }
        }
    }

    private static TextLayout Arrange(int seed, string text, Vector2 size, PictureDifficulty difficulty)
    {
        var random = new SeedStream(Pictures.Seed(seed), new byte[256]);
        return TextLayout.Arrange(text, size, Distortion.Of(difficulty), ref random);
    }
}
