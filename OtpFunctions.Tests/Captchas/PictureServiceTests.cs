using System.Globalization;
using OtpFunctions.Core;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas;

public sealed class PictureServiceTests
{
    private static readonly TimeSpan Tick = TimeSpan.FromMilliseconds(1);

    [Fact]
    public async Task What_is_drawn_is_what_is_answered_and_every_picture_has_a_seed_of_its_own()
    {
        var bench = await NewAsync();

        var pictures = new[] { await bench.PictureAsync(), await bench.PictureAsync() };

        Assert.Equal(pictures.Select(picture => picture.Code), bench.Painter.Painted.Select(painted => painted.Text));
        Assert.All(bench.Painter.Painted, painted => Assert.Equal(32, painted.Seed.Length));
        Assert.Distinct(bench.Painter.Painted.Select(painted => Convert.ToHexString(painted.Seed)));
        var options = new PictureOptions();
        Assert.All(pictures, picture => Assert.Equal(options.Length, picture.Code.Length));
        Assert.All(pictures, picture => Assert.All(picture.Code, symbol => Assert.Contains(symbol, options.Alphabet)));
    }

    [Fact]
    public async Task Neither_name_nor_rand_tells_the_text()
    {
        var bench = await NewAsync("A");

        var pictures = new[] { await bench.PictureAsync(), await bench.PictureAsync() };

        Assert.Equal("AAAAA", Assert.Single(pictures.Select(picture => picture.Code).Distinct()));
        Assert.Distinct(pictures.Select(picture => picture.Name));
        Assert.Distinct(pictures.Select(picture => picture.Rand));
        Assert.All(pictures, picture => Assert.Matches("^[0-9a-f]{32}\\z", picture.Name));
        Assert.All(pictures, picture => Assert.Matches("^[0-9A-Za-z]{5}\\z", picture.Rand));
    }

    [Fact]
    public async Task It_is_shown_and_right_until_it_expires()
    {
        var bench = await NewAsync();
        var (early, late) = (await bench.PictureAsync(), await bench.PictureAsync());

        bench.Clock.Advance(CaptchaBench.Lifetime - Tick);
        Assert.Equal(early.Png.ToArray(), await bench.Pictures.FindAsync(early.Name!, default));
        Assert.True(await bench.IsRightAsync(early.Code, early.Rand));

        bench.Clock.Advance(Tick);
        Assert.Null(await bench.Pictures.FindAsync(late.Name!, default));
        Assert.False(await bench.IsRightAsync(CaptchaBench.Hash(late.Code.ToLowerInvariant(), late.Rand, withRand: false)));
        Assert.False(await bench.IsRightAsync(late.Code, late.Rand));
    }

    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task It_is_gone_after_its_one_try(bool isRight)
    {
        var bench = await NewAsync();
        var picture = await bench.PictureAsync();
        Assert.NotNull(await bench.Pictures.FindAsync(picture.Name!, default));

        Assert.Equal(isRight, await bench.IsRightAsync(isRight ? picture.Code : "wrong", picture.Rand));

        Assert.Null(await bench.Pictures.FindAsync(picture.Name!, default));
        Assert.False(await bench.IsRightAsync(picture.Code, picture.Rand));
        Assert.False(await bench.IsRightAsync(CaptchaBench.Hash(picture.Code.ToLowerInvariant(), picture.Rand)));
        Assert.False(await bench.IsRightAsync(CaptchaBench.Hash(picture.Code.ToLowerInvariant(), picture.Rand, withRand: false)));
    }

    [Fact]
    public async Task Looking_at_it_does_not_use_it_up()
    {
        var bench = await NewAsync();
        var picture = await bench.PictureAsync();

        for (var look = 0; look < 3; look++)
            Assert.Equal(picture.Png.ToArray(), await bench.Pictures.FindAsync(picture.Name!, default));

        Assert.True(await bench.IsRightAsync(picture.Code, picture.Rand));
    }

    [Fact]
    public async Task An_inline_picture_has_no_name_and_is_judged_like_any_other()
    {
        var bench = await NewAsync();

        var picture = await bench.PictureAsync(isNamed: false);

        Assert.Null(picture.Name);
        Assert.True(await bench.IsRightAsync(picture.Code, picture.Rand));
    }

    [Theory]
    [InlineData("kkkkk", true)]
    [InlineData("KkKkK", true)]
    [InlineData("\u212A\u212A\u212A\u212A\u212A", false)] // KELVIN SIGN, which lower-cases to k.
    [InlineData("\uFF4B\uFF4B\uFF4B\uFF4B\uFF4B", false)] // FULLWIDTH LATIN SMALL LETTER K.
    [InlineData("\u043A\u043A\u043A\u043A\u043A", false)] // CYRILLIC SMALL LETTER KA.
    [InlineData("kkkkk ", false)]
    [InlineData("kkkk", false)]
    [InlineData("kkkkkk", false)]
    [InlineData("kkkkk\0", false)]
    [InlineData("", false)]
    public async Task Case_makes_no_difference_and_look_alikes_do(string typed, bool isRight)
    {
        var bench = await NewAsync("Kk");
        var picture = await bench.PictureAsync();

        Assert.Equal(isRight, await bench.IsRightAsync(typed, picture.Rand));
    }

    [Theory]
    [InlineData("iiiii", true)]
    [InlineData("\u0130\u0130\u0130\u0130\u0130", false)] // LATIN CAPITAL LETTER I WITH DOT ABOVE.
    [InlineData("\u0131\u0131\u0131\u0131\u0131", false)] // LATIN SMALL LETTER DOTLESS I.
    public async Task No_language_has_a_say_in_it(string typed, bool isRight)
    {
        var bench = await NewAsync("I");
        var picture = await bench.PictureAsync();

        Assert.Equal(isRight, await bench.IsRightAsync(typed, picture.Rand));
    }

    [Fact]
    public async Task Another_name_of_the_same_rand_shows_nothing()
    {
        var bench = await NewAsync();
        var (name, other) = TwoOfOneRand(bench.Vault);
        var rand = bench.Vault.RandOf(name);
        var place = bench.Rows.KeyOf(rand);
        var kept = await bench.Rows.KeepAsync(
            rand,
            "answer",
            CaptchaBench.Lifetime,
            end => new PictureState
            {
                Answer = bench.Vault.Seal("answer", $"{place}\nanswer"),
                Image = bench.Vault.Seal(FakePainter.Signature, $"{place}\nimage\n{name}"),
                ExpiresAt = end,
            },
            sms: null,
            default);

        Assert.True(kept.Succeeded);
        Assert.Equal(FakePainter.Signature, await bench.Pictures.FindAsync(name, default));
        Assert.Null(await bench.Pictures.FindAsync(other, default));
    }

    [Theory]
    [InlineData("")]
    [InlineData("..")]
    [InlineData("0123456789ABCDEF0123456789ABCDEF")]
    [InlineData("0123456789abcdef0123456789abcdef0")]
    public async Task What_is_no_name_is_no_picture(string name) =>
        Assert.Null(await (await NewAsync()).Pictures.FindAsync(name, default));

    [Fact]
    public async Task A_picture_that_cannot_be_drawn_is_a_refusal_and_nothing_but_the_kind_of_fault_is_logged()
    {
        var log = new RecordingLogger<PictureArtist>();
        var bench = new CaptchaBench(await TestTables.NewAsync(), logger: log);
        bench.Painter.Fault = new InvalidOperationException("ABCDE does not fit");

        var made = await bench.Pictures.CreateAsync(isNamed: true, CaptchaBench.Lifetime, default);

        Assert.Equal(FailureCode.PictureFailed, made.Failure!.Code);
        Assert.Equal("A picture could not be made: InvalidOperationException", Assert.Single(log.Lines));
    }

    // Of 62^5 rands two names have one in common after some 30,000, and surely after 300,000.
    private static (string Name, string Other) TwoOfOneRand(CaptchaVault vault) => Enumerable.Range(0, 300_000)
        .Select(number => number.ToString("x32", CultureInfo.InvariantCulture))
        .GroupBy(vault.RandOf)
        .Where(names => names.Count() > 1)
        .Select(names => (names.First(), names.Last()))
        .First();

    private static async Task<CaptchaBench> NewAsync(string? alphabet = null) => new(await TestTables.NewAsync(), alphabet);
}
