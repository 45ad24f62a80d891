using System.Globalization;
using FsCheck;
using FsCheck.Fluent;
using Microsoft.FSharp.Core;

namespace OtpFunctions.Tests.Model;

/// <summary>
/// Tries random plans. A failure prints its plan, made as small as it gets, and its seed: set OTP_MODEL_REPLAY to the seed
/// and the size, as <c>1234,5678,30</c>, to try that one plan again.
/// </summary>
internal static class Explorer
{
    private const string Variable = "OTP_MODEL_REPLAY";

    public static void Explore(Arbitrary<Plan> plans, int count, Func<Task<Rows>> rowsAsync) =>
        Explore(plans, count, async plan => await Run.PlayAsync(plan, await rowsAsync()));

    public static void Explore(Arbitrary<Plan> plans, int count, Func<Plan, Task> playAsync)
    {
        var config = Config.QuickThrowOnFailure.WithMaxTest(count).WithQuietOnSuccess(true);
        if (Replay() is { } replay)
            config = config.WithMaxTest(1).WithReplay(FSharpOption<Replay>.Some(replay));

        Check.One(config, Prop.ForAll(plans, playAsync));
    }

    private static Replay? Replay()
    {
        if (Environment.GetEnvironmentVariable(Variable) is not { Length: > 0 } text)
            return null;

        var parts = text.Split(',', StringSplitOptions.TrimEntries);
        var (seed, gamma) = (Number(parts[0]), Number(parts[1]));
        return new Replay(new Rnd(seed, gamma), FSharpOption<int>.Some((int)Number(parts[2])));
    }

    private static ulong Number(string text) => ulong.Parse(text, CultureInfo.InvariantCulture);
}
