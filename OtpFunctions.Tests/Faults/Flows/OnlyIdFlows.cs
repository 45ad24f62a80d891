using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults.Flows;

internal static class OnlyIdFlows
{
    private const string WrongCode = "wrong999";

    public static IEnumerable<FaultFlow> All { get; } =
    [
        New("first message", Verdict.Accepted, run => SendAsync(run, earlier: 0)),
        New("second message", Verdict.Accepted, run => SendAsync(run, earlier: 1)),
        New("message over the limit", Verdict.Refused, run => SendAsync(run, FaultBench.SendsPerHour)),
        New("message that is not taken", Verdict.Refused, SendInVainAsync),
        New("message for a stranger", Verdict.Refused, SendForStrangerAsync),
        New("right code", Verdict.Accepted, VerifyAsync),
        New("wrong code", Verdict.Refused, GuessAsync),
        New("right code from a stranger", Verdict.Refused, VerifyForStrangerAsync),
    ];

    public static Verdict Judge(Answer answer)
    {
        answer.Expect(answer.Status);
        if (answer.Status == HttpStatusCode.OK)
            return Verdict.Accepted;

        var error = Assert.Single(answer.Json.EnumerateObject());
        Assert.Equal("error", error.Name);
        Assert.NotEmpty(error.Value.GetString()!);
        if (answer.Status != HttpStatusCode.ServiceUnavailable)
        {
            Assert.Contains(answer.Status, new[] { HttpStatusCode.BadRequest, HttpStatusCode.TooManyRequests });
            return Verdict.Refused;
        }

        Assert.NotNull(answer.RetryAfter);
        return Verdict.Unavailable;
    }

    private static FaultFlow New(string name, Verdict expected, Func<FaultRun, Task<FaultCall>> prepare) =>
        new($"OnlyID: {name}", expected, Judge, prepare);

    private static async Task<FaultCall> SendAsync(FaultRun run, int earlier)
    {
        var to = Recipients.Email();
        for (var send = 0; send < earlier; send++)
            await run.OnlyId.CodeAsync(to);

        return new(http => run.OnlyId.At(http).SendAsync(to), async after =>
        {
            Assert.Equal(earlier + after.Sent, run.Delivered(to));
            if (after.Verdict == Verdict.Accepted)
                await AssertOneUseAsync(run, to, after.Answer!.Text("code"));

            // A slot may be lost: one, and only where nobody can know whether it was taken.
            var more = await SendAllAsync(run, to);
            var all = earlier + after.Sent + more;
            Assert.InRange(
                all, FaultBench.SendsPerHour - (after.IsUnknown ? 1 : 0), FaultBench.SendsPerHour);
            Assert.Equal(all, run.Delivered(to));
        })
        {
            To = to,
        };
    }

    // The provider takes nothing for this recipient: the send is given back, unless the storage is out just then.
    private static Task<FaultCall> SendInVainAsync(FaultRun run)
    {
        var to = Recipients.Email();
        run.Bench.Messages.Refuse(to);
        return Task.FromResult(new FaultCall(http => run.OnlyId.At(http).SendAsync(to), async after =>
        {
            Assert.NotEqual(Verdict.Accepted, after.Verdict);
            run.Bench.Messages.Refuse(to, refuses: false);
            var lost = after.IsHealed ? 0 : 1;
            Assert.InRange(await SendAllAsync(run, to), FaultBench.SendsPerHour - lost, FaultBench.SendsPerHour);
            Assert.InRange(run.Delivered(to), FaultBench.SendsPerHour - lost, FaultBench.SendsPerHour);
        }));
    }

    // The limit is of the recipient and of an hour, so all there is lies in one window.
    private static async Task<int> SendAllAsync(FaultRun run, string to)
    {
        var more = 0;
        Answer answer;
        while ((answer = await run.OnlyId.SendAsync(to)).Status == HttpStatusCode.OK && more <= FaultBench.SendsPerHour)
            more++;

        Assert.Equal(HttpStatusCode.TooManyRequests, answer.Status);
        return more;
    }

    private static async Task<FaultCall> SendForStrangerAsync(FaultRun run)
    {
        var to = Recipients.Email();
        var stranger = new OnlyIdCaller(run.Http, run.OnlyId.ClientId, new string('0', 32));
        await stranger.SendAsync(to);
        return new(http => stranger.At(http).SendAsync(to), async after =>
        {
            Assert.NotEqual(Verdict.Accepted, after.Verdict);
            Assert.Equal(0, run.Delivered(to));
            Assert.Equal(FaultBench.SendsPerHour, await SendAllAsync(run, to));
        });
    }

    private static async Task<FaultCall> VerifyAsync(FaultRun run)
    {
        var to = Recipients.Email();
        var code = await run.OnlyId.CodeAsync(to);
        return new(
            http => run.OnlyId.At(http).VerifyAsync(to, code),
            after => after.AssertOneUseAsync(async () => Judge(await run.OnlyId.VerifyAsync(to, code))));
    }

    private static async Task<FaultCall> GuessAsync(FaultRun run)
    {
        var to = Recipients.Email();
        var code = await run.OnlyId.CodeAsync(to, ("maxFailCount", 1));
        return new(
            http => run.OnlyId.At(http).VerifyAsync(to, WrongCode),
            after => after.AssertGuessCountedAsync(async () => Judge(await run.OnlyId.VerifyAsync(to, code))));
    }

    private static async Task<FaultCall> VerifyForStrangerAsync(FaultRun run)
    {
        var to = Recipients.Email();
        var code = await run.OnlyId.CodeAsync(to);
        var stranger = new OnlyIdCaller(run.Http, run.OnlyId.ClientId, new string('0', 32));
        return new(http => stranger.At(http).VerifyAsync(to, code), async after =>
        {
            Assert.NotEqual(Verdict.Accepted, after.Verdict);
            await AssertOneUseAsync(run, to, code);
        });
    }

    private static async Task AssertOneUseAsync(FaultRun run, string to, string code)
    {
        Assert.Equal(Verdict.Accepted, Judge(await run.OnlyId.VerifyAsync(to, code)));
        Assert.Equal(Verdict.Refused, Judge(await run.OnlyId.VerifyAsync(to, code)));
    }
}
