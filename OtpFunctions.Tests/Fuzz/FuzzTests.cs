using System.Net;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Console;
using Xunit.Abstractions;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>
/// Tens of thousands of requests that nobody should send, at all functions. Faults of framing are in
/// <see cref="FramingTests"/>.
/// </summary>
public sealed class FuzzTests(ITestOutputHelper output) : FuzzApp
{
    private const int Workers = 16;
    private const int MostGrowth = 400;

    [LocalFact]
    public async Task Whatever_is_sent_is_answered_in_the_dialects_own_shape()
    {
        var count = Soak.Times(20_000, 200_000);
        var corpora = await Task.WhenAll(Enumerable.Range(0, Workers).Select(_ => FuzzCorpus.NewAsync(App)));
        var workers = corpora.Select(corpus => new FuzzWorker(App, corpus)).ToArray();
        var before = Memory();

        await Task.WhenAll(workers.Select((worker, at) => worker.RunAsync(NumbersOf(at, count))));

        var after = Memory();
        output.WriteLine($"{FuzzSeed.Replay}: {count} requests, resident {before} MiB before and {after} MiB after.");
        output.WriteLine(Describe(workers));
        foreach (var worker in workers)
            worker.Dispose();

        var faults = workers.SelectMany(worker => worker.Faults).ToArray();
        Assert.True(faults.Length == 0, $"{FuzzSeed.Replay}\n{string.Join("\n\n", faults.Take(10))}");
        Assert.Equal(Names(corpora[0]), workers.SelectMany(worker => worker.Taken).Distinct().Order(StringComparer.Ordinal));
        await ExpectWellAsync();
        Assert.True(after is null || after - before < MostGrowth, $"{FuzzSeed.Replay}: {before} MiB became {after} MiB.");
    }

    [LocalFact]
    public async Task Every_function_is_in_the_corpus()
    {
        var corpus = await FuzzCorpus.NewAsync(App);

        Assert.Equal(
            ConsoleRoute.All.Select(route => $"{route.Method} {route.Function}").Order(StringComparer.Ordinal),
            corpus.Select(endpoint => $"{endpoint.Method} {endpoint.Name}").Order(StringComparer.Ordinal));
    }

    private static IEnumerable<int> NumbersOf(int worker, int count)
    {
        for (var number = worker; number < count; number += Workers)
            yield return number;
    }

    private static IEnumerable<string> Names(IEnumerable<FuzzEndpoint> corpus) =>
        corpus.Select(endpoint => endpoint.Name).Distinct().Order(StringComparer.Ordinal);

    private static string Describe(FuzzWorker[] workers) => string.Join(", ", workers
        .SelectMany(worker => worker.Statuses)
        .GroupBy(status => status.Key, status => status.Value)
        .OrderBy(status => status.Key)
        .Select(status => $"{(status.Key == 0 ? "none" : $"{(HttpStatusCode)status.Key:d}")}: {status.Sum()}"));

    private int? Memory() => AppMemory.OfChildOf(App.ProcessId);
}
