using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Captcha;

public sealed class RaceTests
{
    private const int Right = 0;
    private const int Wrong = 100;
    private const int TooSoon = 1023;
    private const int Contended = 503;

    [LocalFact]
    public async Task Over_two_processes_a_picture_has_one_try_and_a_code_one_use()
    {
        await using var pair = await AppPair.StartAsync();
        var caller = new CaptchaCaller(pair.Apps[0]);

        await AssertOneTryAsync(pair, caller);
        await AssertOneIsJudgedAsync(pair, caller);
        await AssertOneUseAsync(pair, caller);
        await AssertOneMessageAsync(pair, caller);
    }

    // Were two judged, both would be right.
    private static async Task AssertOneTryAsync(AppPair pair, CaptchaCaller caller)
    {
        var (code, _, rand) = await caller.PictureAsync();
        var hash = CaptchaCaller.HashOf(code.ToLowerInvariant(), rand);

        var answers = await pair.ManyAsync(100, (number, http) => (number % 3) switch
        {
            0 => caller.At(http).ValidateAsync("img", code, rand),
            1 => caller.At(http).ValidateHashAsync("img", hash, rand),
            _ => caller.At(http).ValidateHashAsync("img", hash),
        });

        Assert.Single(answers, answer => CaptchaCaller.StatusOf(answer) == Right);
        Assert.Equal(99, answers.Count(answer => CaptchaCaller.StatusOf(answer) == Wrong));
    }

    private static async Task AssertOneIsJudgedAsync(AppPair pair, CaptchaCaller caller)
    {
        var (code, _, rand) = await caller.PictureAsync();

        var answers = await pair.ManyAsync(100, (number, http) =>
            caller.At(http).ValidateAsync("img", number == 50 ? code : CaptchaCaller.WrongFor(code), rand));

        Assert.All(answers, answer => Assert.Contains(CaptchaCaller.StatusOf(answer), new[] { Right, Wrong }));
        Assert.InRange(answers.Count(answer => CaptchaCaller.StatusOf(answer) == Right), 0, 1);
        CaptchaCaller.Expect(await caller.ValidateAsync("img", code, rand), Wrong);
    }

    private static async Task AssertOneUseAsync(AppPair pair, CaptchaCaller caller)
    {
        var (title, rand) = await caller.SmsAsync(Recipients.Mobile());

        var answers = await pair.ManyAsync(20, (number, http) => number % 2 == 0
            ? caller.At(http).ValidateAsync("sms", title, rand)
            : caller.At(http).ValidateHashAsync("sms", CaptchaCaller.HashOf(title, rand), rand));

        Assert.Single(answers, answer => CaptchaCaller.StatusOf(answer) == Right);
        Assert.All(answers, answer => Assert.Contains(CaptchaCaller.StatusOf(answer), new[] { Right, Wrong, Contended }));
    }

    private static async Task AssertOneMessageAsync(AppPair pair, CaptchaCaller caller)
    {
        var phone = Recipients.Mobile();

        var answers = await pair.ManyAsync(
            20, (_, http) => caller.At(http).CallAsync("sms", "generate", new() { ["phone"] = phone }));

        Assert.Single(answers, answer => CaptchaCaller.StatusOf(answer) == Right);
        Assert.All(answers, answer => Assert.Contains(CaptchaCaller.StatusOf(answer), new[] { Right, TooSoon, Contended }));
        Assert.Equal(1, await pair.DeliveredAsync("+86" + phone));
    }
}
