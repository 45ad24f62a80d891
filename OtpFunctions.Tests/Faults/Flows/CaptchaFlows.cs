using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults.Flows;

internal static class CaptchaFlows
{
    private const int Ok = 0;
    private const int Wrong = 100;
    private const int Unavailable = 503;
    private const int TooSoon = 1023;

    public static IEnumerable<FaultFlow> All { get; } =
    [
        New("picture", Verdict.Accepted, PictureAsync),
        New("right answer to a picture", Verdict.Accepted, ReadAsync),
        New("right answer to a picture by hash alone", Verdict.Accepted, ReadByHashAsync),
        New("wrong answer to a picture", Verdict.Refused, MisreadAsync),
        New("message", Verdict.Accepted, SendAsync),
        New("right code", Verdict.Accepted, VerifyAsync),
        New("wrong code", Verdict.Refused, GuessAsync),
        New("solved challenge", Verdict.Accepted, SolveAsync),
        New("used challenge", Verdict.Refused, SolveAgainAsync),
    ];

    private static Verdict Judge(Answer answer)
    {
        var status = CaptchaCaller.StatusOf(CaptchaCaller.Expect(answer, CaptchaCaller.StatusOf(answer)));
        Assert.Equal(["id", "status", "message", "data"], answer.Json.EnumerateObject().Select(field => field.Name));
        if (status == Unavailable)
            Assert.NotNull(answer.RetryAfter);
        else
            Assert.Contains(status, new[] { Ok, Wrong, TooSoon });

        return status switch { Ok => Verdict.Accepted, Unavailable => Verdict.Unavailable, _ => Verdict.Refused };
    }

    private static FaultFlow New(string name, Verdict expected, Func<FaultRun, Task<FaultCall>> prepare) =>
        new($"Captcha: {name}", expected, Judge, prepare);

    private static Task<FaultCall> PictureAsync(FaultRun run) => Task.FromResult(new FaultCall(
        http => run.Captcha.At(http).CallAsync("img", "generate"),
        async after =>
        {
            if (after.Verdict == Verdict.Accepted)
            {
                var data = after.Answer!.Json.GetProperty("data");
                await AssertOneUseAsync(run, "img", data.GetProperty("code").GetString()!, data.GetProperty("rand").GetString()!);
            }

            var (code, _, rand) = await run.Captcha.PictureAsync();
            await AssertOneUseAsync(run, "img", code, rand);
        }));

    private static async Task<FaultCall> ReadAsync(FaultRun run)
    {
        var (code, _, rand) = await run.Captcha.PictureAsync();
        return ValidateOnce(run, caller => caller.ValidateAsync("img", code, rand));
    }

    private static async Task<FaultCall> ReadByHashAsync(FaultRun run)
    {
        var (code, _, rand) = await run.Captcha.PictureAsync();
        var hash = CaptchaCaller.HashOf(code.ToLowerInvariant(), rand);
        return ValidateOnce(run, caller => caller.ValidateHashAsync("img", hash));
    }

    private static async Task<FaultCall> MisreadAsync(FaultRun run)
    {
        var (code, _, rand) = await run.Captcha.PictureAsync();
        return new(
            http => run.Captcha.At(http).ValidateAsync("img", CaptchaCaller.WrongFor(code), rand),
            after => after.AssertGuessCountedAsync(async () => Judge(await run.Captcha.ValidateAsync("img", code, rand))));
    }

    private static Task<FaultCall> SendAsync(FaultRun run)
    {
        var phone = Recipients.Mobile();
        return Task.FromResult(new FaultCall(http => Send(run.Captcha.At(http), phone), async after =>
        {
            Assert.Equal(after.Sent, run.Delivered(phone));
            if (after.Verdict == Verdict.Accepted)
            {
                var data = after.Answer!.Json.GetProperty("data");
                await AssertOneUseAsync(run, "sms", data.GetProperty("title").GetString()!, data.GetProperty("rand").GetString()!);
            }

            var next = Judge(await Send(run.Captcha, phone));
            if (after.Verdict == Verdict.Accepted)
                Assert.Equal(Verdict.Refused, next);
            else if (!after.IsUnknown)
                Assert.Equal(Verdict.Accepted, next);

            Assert.InRange(run.Delivered(phone), after.IsUnknown ? 0 : 1, 1);
        })
        {
            To = phone,
        });

        static Task<Answer> Send(CaptchaCaller caller, string phone) =>
            caller.CallAsync("sms", "generate", new() { ["phone"] = phone });
    }

    private static async Task<FaultCall> VerifyAsync(FaultRun run)
    {
        var (title, rand) = await run.Captcha.SmsAsync(Recipients.Mobile());
        return ValidateOnce(run, caller => caller.ValidateAsync("sms", title, rand));
    }

    private static async Task<FaultCall> GuessAsync(FaultRun run)
    {
        var (title, rand) = await run.Captcha.SmsAsync(Recipients.Mobile());
        return new(
            http => run.Captcha.At(http).ValidateAsync("sms", CaptchaCaller.WrongFor(title), rand),
            after => after.AssertGuessCountedAsync(async () => Judge(await run.Captcha.ValidateAsync("sms", title, rand))));
    }

    private static async Task<FaultCall> SolveAsync(FaultRun run)
    {
        var solved = await SolvedAsync(run);
        return ValidateOnce(run, caller => caller.CallAsync("pow", "validate", (JsonObject)solved.DeepClone()));
    }

    private static async Task<FaultCall> SolveAgainAsync(FaultRun run)
    {
        var solved = await SolvedAsync(run);
        await run.Captcha.DataAsync("pow", "validate", (JsonObject)solved.DeepClone());
        return new(
            http => run.Captcha.At(http).CallAsync("pow", "validate", (JsonObject)solved.DeepClone()),
            async after =>
            {
                Assert.NotEqual(Verdict.Accepted, after.Verdict);
                Assert.Equal(
                    Verdict.Refused, Judge(await run.Captcha.CallAsync("pow", "validate", (JsonObject)solved.DeepClone())));
            });
    }

    private static async Task<JsonObject> SolvedAsync(FaultRun run)
    {
        var data = await run.Captcha.DataAsync("pow", "generate");
        var challenge = data.GetProperty("challenge").GetString()!;
        var solution = WorkBench.Solve(challenge, data.GetProperty("difficulty").GetInt32());
        return new() { ["challenge"] = challenge, ["solution"] = solution };
    }

    private static FaultCall ValidateOnce(FaultRun run, Func<CaptchaCaller, Task<Answer>> validate) => new(
        http => validate(run.Captcha.At(http)),
        after => after.AssertOneUseAsync(async () => Judge(await validate(run.Captcha))));

    private static async Task AssertOneUseAsync(FaultRun run, string type, string code, string rand)
    {
        Assert.Equal(Verdict.Accepted, Judge(await run.Captcha.ValidateAsync(type, code, rand)));
        Assert.Equal(Verdict.Refused, Judge(await run.Captcha.ValidateAsync(type, code, rand)));
    }
}
