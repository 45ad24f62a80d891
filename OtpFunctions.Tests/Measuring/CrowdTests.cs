using System.Net;
using OtpFunctions.Benchmarks.Load;

namespace OtpFunctions.Tests.Measuring;

public sealed class CrowdTests
{
    private static readonly Uri Url = new("http://host/");

    [Fact]
    public async Task A_count_is_run_exactly_however_many_run_it()
    {
        using var server = new ScriptedServer((_, _) => (HttpStatusCode.OK, "{}"));
        var crowd = new Crowd(new GetScenario(Url), server.Client, 7);

        Assert.Equal(100, (await crowd.RunAsync(TimeSpan.FromMinutes(1), 100)).Count);
        Assert.Equal(50, (await crowd.RunAsync(TimeSpan.FromMinutes(1), 50)).Count);
        Assert.Equal(150, server.Asked.Count);
    }

    [Fact]
    public async Task No_time_is_no_operation()
    {
        using var server = new ScriptedServer((_, _) => (HttpStatusCode.OK, "{}"));

        Assert.Empty(await new Crowd(new GetScenario(Url), server.Client, 3).RunAsync(TimeSpan.Zero));
    }

    [Fact]
    public async Task The_first_failure_ends_it_for_all()
    {
        var number = 0;
        using var server = new ScriptedServer((_, _) =>
            (Interlocked.Increment(ref number) == 20 ? HttpStatusCode.InternalServerError : HttpStatusCode.OK, "{}"));

        await Assert.ThrowsAsync<WrongAnswerException>(
            () => new Crowd(new GetScenario(Url), server.Client, 4).RunAsync(TimeSpan.FromMinutes(1)));
    }

    [Fact]
    public void A_percentile_is_one_of_the_times()
    {
        var taken = Enumerable.Range(1, 200).Reverse().Select(number => TimeSpan.FromMilliseconds(number)).ToList();

        Assert.Equal(new Latency(100, 190, 198, 200), Latency.Of(taken));
        Assert.Equal(new Latency(7, 7, 7, 7), Latency.Of([TimeSpan.FromMilliseconds(7)]));
    }
}
