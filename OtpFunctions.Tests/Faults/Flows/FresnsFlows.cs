using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults.Flows;

internal static class FresnsFlows
{
    private const int Ok = 0;
    private const int Busy = 30003;
    private const int TooOften = 33201;
    private const int CodeWrong = 33203;
    private const int TokenWrong = 31503;
    private const int AccountUnknown = 34301;

    public static IEnumerable<FaultFlow> All { get; } =
    [
        New("message", Verdict.Accepted, run => SendAsync(run, Recipients.Email())),
        New("message to an account", Verdict.Accepted, SendToAccountAsync),
        New("message to who is signed in", Verdict.Accepted, SendToWhoIsSignedInAsync),
        New("message to nobody's account", Verdict.Refused, SendToNobodyAsync),
        New("second message within a minute", Verdict.Refused, SendAgainAsync),
        New("right code", Verdict.Accepted, CheckAsync),
        New("wrong code", Verdict.Refused, GuessAsync),
    ];

    private static Verdict Judge(Answer answer)
    {
        var code = FresnsCaller.CodeOf(answer);
        if (code == Busy)
            Assert.NotNull(answer.RetryAfter);
        else
            Assert.Contains(code, new[] { Ok, TooOften, CodeWrong, TokenWrong, AccountUnknown });

        return code switch { Ok => Verdict.Accepted, Busy => Verdict.Unavailable, _ => Verdict.Refused };
    }

    private static FaultFlow New(string name, Verdict expected, Func<FaultRun, Task<FaultCall>> prepare) =>
        new($"Fresns: {name}", expected, Judge, prepare);

    private static async Task<FaultCall> SendToAccountAsync(FaultRun run) =>
        await SendAsync(run, (await FresnsAccount.OpenAsync(run.Bench.App, "email")).Email, useType: 2);

    private static async Task<FaultCall> SendToWhoIsSignedInAsync(FaultRun run)
    {
        var account = await FresnsAccount.OpenAsync(run.Bench.App, "email");
        return await SendAsync(run, account.Email, useType: 4, account.Headers);
    }

    private static Task<FaultCall> SendToNobodyAsync(FaultRun run)
    {
        var to = Recipients.Email();
        return Task.FromResult(new FaultCall(http => new FresnsCaller(http).SendAsync(to, useType: 2), async after =>
        {
            Assert.NotEqual(Verdict.Accepted, after.Verdict);
            Assert.Equal(0, run.Delivered(to));
            Assert.Equal(Verdict.Accepted, Judge(await run.Fresns.SendAsync(to)));
        }));
    }

    private static Task<FaultCall> SendAsync(
        FaultRun run, string to, int useType = 5, params (string Name, string Value)[] headers)
    {
        return Task.FromResult(new FaultCall(http => new FresnsCaller(http, headers).SendAsync(to, useType), async after =>
        {
            Assert.Equal(after.Sent, run.Delivered(to));
            var next = Judge(await run.Fresns.SendAsync(to));
            if (after.Verdict == Verdict.Accepted)
                Assert.Equal(Verdict.Refused, next);
            else if (!after.IsUnknown)
                Assert.Equal(Verdict.Accepted, next);

            Assert.InRange(run.Delivered(to), after.IsUnknown ? 0 : 1, 1);
        })
        {
            To = to,
        });
    }

    private static async Task<FaultCall> SendAgainAsync(FaultRun run)
    {
        var (to, _) = await SentAsync(run);
        return new(http => new FresnsCaller(http).SendAsync(to), async after =>
        {
            Assert.NotEqual(Verdict.Accepted, after.Verdict);
            Assert.Equal(Verdict.Refused, Judge(await run.Fresns.SendAsync(to)));
            Assert.Equal(1, run.Delivered(to));
        });
    }

    private static async Task<FaultCall> CheckAsync(FaultRun run)
    {
        var (to, code) = await SentAsync(run);
        return new(
            http => new FresnsCaller(http).CheckAsync(to, code),
            after => after.AssertOneUseAsync(async () => Judge(await run.Fresns.CheckAsync(to, code))));
    }

    private static async Task<FaultCall> GuessAsync(FaultRun run)
    {
        var (to, code) = await SentAsync(run);
        return new(
            http => new FresnsCaller(http).CheckAsync(to, CodeBench.WrongFor(code)),
            after => after.AssertGuessCountedAsync(async () => Judge(await run.Fresns.CheckAsync(to, code))));
    }

    private static async Task<(string To, string Code)> SentAsync(FaultRun run)
    {
        var to = Recipients.Email();
        Assert.Equal(Verdict.Accepted, Judge(await run.Fresns.SendAsync(to)));
        return (to, Assert.Single(run.Bench.Messages.CodesTo(to)));
    }
}
