using System.Net;
using System.Security.Cryptography;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults.Flows;

/// <summary>A right code stays good here, and one that stands is answered again without a message.</summary>
internal static class StarlightFlows
{
    private const int Ok = 200;
    private const int Forbidden = 403;
    private const int NetworkTooOften = 1111;
    private const int UnknownUser = 10401;
    private const int CodeWrong = 10475;
    private const int Unavailable = 503;

    public static IEnumerable<FaultFlow> All { get; } =
    [
        New("message", Verdict.Accepted, run => GetAsync(run)),
        New("message by address", Verdict.Accepted, run => GetAsync(run, isByAddress: true)),
        New("message for a stranger", Verdict.Refused, GetForStrangerAsync),
        New("right code", Verdict.Accepted, CheckAsync),
        New("wrong code", Verdict.Refused, GuessAsync),
        New("right code of one of two addresses", Verdict.Accepted, run => CheckEitherAsync(run, isRight: true)),
        New("wrong code of two addresses", Verdict.Refused, run => CheckEitherAsync(run, isRight: false)),
        New("right code in the network's last call", Verdict.Accepted, CheckLastAsync),
    ];

    private static Verdict Judge(Answer answer)
    {
        answer.Expect(HttpStatusCode.OK);
        Assert.NotEmpty(answer.Text("uuid"));
        var code = answer.Json.GetProperty("code").GetInt32();
        if (code == Unavailable)
            Assert.NotNull(answer.RetryAfter);
        else
            Assert.Contains(code, new[] { Ok, Forbidden, NetworkTooOften, UnknownUser, CodeWrong });

        return code switch { Ok => Verdict.Accepted, Unavailable => Verdict.Unavailable, _ => Verdict.Refused };
    }

    private static FaultFlow New(string name, Verdict expected, Func<FaultRun, Task<FaultCall>> prepare) =>
        new($"Starlight: {name}", expected, Judge, prepare);

    private static async Task<FaultCall> GetAsync(FaultRun run, bool isByAddress = false)
    {
        var (user, to) = await UserAsync(run);
        return new(http => run.Starlight.At(http).GetAsync(isByAddress ? to : user), async after =>
        {
            Assert.Equal(after.Sent, run.Delivered(to));
            var code = CodeOf(await run.Starlight.GetAsync(user));
            if (after.Verdict == Verdict.Accepted)
                Assert.Equal(CodeOf(after.Answer!), code);

            Assert.InRange(run.Delivered(to), after.IsUnknown ? 0 : 1, 1);
            Assert.Equal(Verdict.Accepted, Judge(await run.Starlight.CheckAsync(user, code)));
        })
        {
            To = to,
        };
    }

    private static async Task<FaultCall> GetForStrangerAsync(FaultRun run)
    {
        var (user, to) = await UserAsync(run);
        var stranger = new StarlightCaller(run.Http, RandomNumberGenerator.GetHexString(64, lowercase: true));
        return new(http => stranger.At(http).GetAsync(user), async after =>
        {
            Assert.NotEqual(Verdict.Accepted, after.Verdict);
            Assert.Equal(0, run.Delivered(to));
            Assert.Equal(Verdict.Accepted, Judge(await run.Starlight.GetAsync(user)));
        });
    }

    private static async Task<FaultCall> CheckAsync(FaultRun run)
    {
        var (user, _) = await UserAsync(run);
        var code = CodeOf(await run.Starlight.GetAsync(user));
        return new(
            http => run.Starlight.At(http).CheckAsync(user, code),
            async after => Assert.Equal(Verdict.Accepted, Judge(await run.Starlight.CheckAsync(user, code))));
    }

    private static async Task<FaultCall> GuessAsync(FaultRun run)
    {
        var (user, _) = await UserAsync(run);
        var code = CodeOf(await run.Starlight.GetAsync(user));
        return new(
            http => run.Starlight.At(http).CheckAsync(user, CodeBench.WrongFor(code)),
            after => after.AssertGuessCountedAsync(async () => Judge(await run.Starlight.CheckAsync(user, code))));
    }

    private static async Task<FaultCall> CheckEitherAsync(FaultRun run, bool isRight)
    {
        var user = await StarlightCaller.UserAsync(run.Bench.App, Recipients.Email(), Recipients.Mobile());
        var codes = new[] { CodeOf(await run.Starlight.GetAsync(user)), CodeOf(await run.Starlight.GetAsync(user, byTelephone: true)) };
        return new(http => run.Starlight.At(http).CheckAsync(user, isRight ? codes[1] : "wrong"), async after =>
        {
            Assert.NotEqual(isRight ? Verdict.Refused : Verdict.Accepted, after.WasHidden ? Verdict.Unavailable : after.Verdict);
            // One that stands is answered again; a check would count as a try at the other.
            var mailed = CodeOf(await run.Starlight.GetAsync(user)) == codes[0];
            var texted = CodeOf(await run.Starlight.GetAsync(user, byTelephone: true)) == codes[1];
            if (after.WasHidden)
                return;

            if (isRight)
                Assert.Equal((true, true), (mailed, texted));
            else if (after.Verdict == Verdict.Refused)
                Assert.Equal((false, false), (mailed, texted));
            else if (!after.MayHaveCommitted)
                // The write that is refused is one of two.
                Assert.True(mailed || texted);
        });
    }

    private static async Task<FaultCall> CheckLastAsync(FaultRun run)
    {
        var (user, _) = await UserAsync(run);
        var code = CodeOf(await run.Starlight.GetAsync(user));
        for (var calls = 1; calls < FaultBench.CallsPerMinute - 1; calls++)
            Assert.Equal(Verdict.Accepted, Judge(await run.Starlight.CheckAsync(user, code)));

        return new(http => run.Starlight.At(http).CheckAsync(user, code), async after =>
        {
            // What was answered as a fault may have been counted.
            if (after.Verdict != Verdict.Accepted)
                Judge(await run.Starlight.CheckAsync(user, code));

            Assert.Equal(Verdict.Refused, Judge(await run.Starlight.CheckAsync(user, code)));
            // Another network waits for nobody.
            using var other = new FaultRun(run.Bench);
            Assert.Equal(Verdict.Accepted, Judge(await other.Starlight.CheckAsync(user, code)));
        });
    }

    private static async Task<(string User, string To)> UserAsync(FaultRun run)
    {
        var to = Recipients.Email();
        return (await StarlightCaller.UserAsync(run.Bench.App, to), to);
    }

    private static string CodeOf(Answer answer)
    {
        Assert.Equal(Verdict.Accepted, Judge(answer));
        return answer.Json.GetProperty("spec").GetProperty("verification_code").GetString()!;
    }
}
