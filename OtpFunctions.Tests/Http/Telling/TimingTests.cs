using System.Globalization;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Fuzz;
using Xunit.Abstractions;

namespace OtpFunctions.Tests.Http.Telling;

/// <summary>
/// How long refusals take, by state. On one machine and an emulator: it shows a difference of work, such as one more
/// request to the storage, and cannot show one of microseconds. Read the table; the bounds are wide.
/// </summary>
public sealed class TimingTests(ITestOutputHelper output)
{
    private const int Samples = 300;

    // 0.5 is no difference; a request to the storage more or less is beyond 0.3 or 0.7, on a busy machine too.
    private const double Widest = 0.15;

    [SoakFact]
    public async Task No_state_is_told_by_the_time()
    {
        var settings = (await AppSettings.FreshAsync()).With(("Otp__Limits__FailuresPerDay", "2"));
        await using var app = await FunctionApp.StartAsync(settings);
        var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
        var times = RecipientStates.Names.ToDictionary(name => name, _ => new List<double>());
        var order = FuzzSeed.Of(0);
        for (var round = -10; round < Samples; round++)
        {
            var calls = new List<(string Name, Func<Task<Answer>> Call)>();
            foreach (var name in RecipientStates.Names)
                calls.Add((name, await RecipientStates.OnlyIdAsync(name, caller)));

            // What went before must not be the same for one state each time; the first rounds warm up.
            foreach (var (name, call) in calls.OrderBy(_ => order.Next(1_000_000)))
            {
                var took = await TimeAsync(call);
                if (round >= 0)
                    times[name].Add(took);
            }
        }

        var other = times["wrong"];
        foreach (var (name, own) in times)
        {
            var rank = RankTest.Of(own, other);
            var (p10, median, p90) = (RankTest.Quantile(own, 0.1), RankTest.Quantile(own, 0.5), RankTest.Quantile(own, 0.9));
            output.WriteLine(string.Create(
                CultureInfo.InvariantCulture,
                $"{name,-12} p10 {p10:F2} median {median:F2} p90 {p90:F2} ms, slower than wrong {rank.Superiority:P1}, z {rank.Z:F2}"));
        }

        Assert.All(times, state => Assert.InRange(RankTest.Of(state.Value, other).Superiority, 0.5 - Widest, 0.5 + Widest));
    }

    private static async Task<double> TimeAsync(Func<Task<Answer>> call)
    {
        var clock = new HurriedClock();
        var from = clock.GetTimestamp();
        await call();
        return clock.GetElapsedTime(from).TotalMilliseconds;
    }
}
