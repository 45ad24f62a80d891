using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

public sealed class GlyphSetTests
{
    // Of each group at most one may be a symbol: turned by 30 degrees and crossed by a curve they are taken for each other.
    public static TheoryData<string> LookAlikes { get; } =
        ["0ODQ", "1ILJ7T", "2Z", "5S", "8B", "6G", "4A", "EF", "PR", "NVW", "XY"];

    public static TheoryData<char> Symbols { get; } = [.. GlyphSet.Symbols];

    [Theory]
    [MemberData(nameof(LookAlikes))]
    public void No_two_symbols_look_alike(string group) =>
        Assert.InRange(GlyphSet.Symbols.Count(group.Contains), 0, 1);

    [Fact]
    public void Symbols_differ_in_more_than_their_case()
    {
        Assert.Equal(GlyphSet.Symbols, GlyphSet.Symbols.ToUpperInvariant());
        Assert.Equal(GlyphSet.Symbols.Length, GlyphSet.Symbols.Distinct().Count());
        Assert.True(GlyphSet.Symbols.All(char.IsAsciiLetterOrDigit));
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void Every_two_styles_of_a_symbol_differ_clearly(char symbol)
    {
        var rasters = GlyphSet.Styles.Select(style => Cells(style, symbol)).ToList();

        Assert.Equal(3, rasters.Count);
        Assert.All(Pairs(rasters), pair => Assert.InRange(Difference(pair.One, pair.Other), 0.3, 1));
    }

    [Fact]
    public void No_two_symbols_are_drawn_alike()
    {
        foreach (var style in GlyphSet.Styles)
        {
            var rasters = GlyphSet.Symbols.Select(symbol => Cells(style, symbol)).ToList();
            Assert.All(Pairs(rasters), pair => Assert.InRange(Difference(pair.One, pair.Other), 0.3, 1));
        }
    }

    [Theory]
    [MemberData(nameof(Symbols))]
    public void A_skeleton_is_about_as_high_as_a_capital_and_not_broader_than_it_is_high(char symbol) =>
        Assert.All(GlyphSet.Styles, style =>
        {
            var frame = Frame.Around(style[symbol].Points);
            Assert.InRange(frame.Size.Y, 96, 120);
            Assert.InRange(frame.Size.X, 48, 100);
            Assert.Equal(0, frame.Low.X + frame.High.X, 0.01);
        });

    [Fact]
    public void A_skeleton_is_read_once() =>
        Assert.All(GlyphSet.Styles, style => Assert.Same(style['A'], style['A']));

    [Fact]
    public void Lines_are_kept_as_curves_and_strokes_apart()
    {
        var skeleton = Skeleton.Parse("M0 0 L10 0 Q20 0 20 10 M0 20 L20 20");

        Assert.Equal([5, 3], skeleton.Strokes.ToArray());
        Assert.Equal(
            [new(-10, -10), new(-5, -10), new(0, -10), new(10, -10), new(10, 0), new(-10, 10), new(0, 10), new(10, 10)],
            skeleton.Points.ToArray());
    }

    // Of 40 x 40 cells those that a glyph of 36 cells' height covers.
    private static HashSet<int> Cells(GlyphStyle style, char symbol)
    {
        var raster = new GlyphRaster(style, symbol, 36);
        return [.. Enumerable.Range(0, 1600).Where(i => raster.Darkness((i % 40) - 19.5f, (i / 40) - 19.5f) >= 0.5f)];
    }

    /// <summary>The share of the cells of two that only one of them has.</summary>
    private static double Difference(HashSet<int> one, HashSet<int> other) =>
        1 - ((double)one.Intersect(other).Count() / one.Union(other).Count());

    private static IEnumerable<(HashSet<int> One, HashSet<int> Other)> Pairs(List<HashSet<int>> all) =>
        from i in Enumerable.Range(0, all.Count)
        from k in Enumerable.Range(0, i)
        select (all[i], all[k]);
}
