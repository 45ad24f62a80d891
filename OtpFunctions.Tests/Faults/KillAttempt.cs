using System.Collections.Concurrent;
using System.Globalization;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>Some steps at which one process was killed: what held afterwards, and how long it all took.</summary>
internal sealed class KillAttempt
{
    private const int AtOnce = 8;
    private const int LastLines = 30;

    // Then a try at the provider ends, and the next one, which nobody holds, delivers.
    private static readonly TimeSpan LongestHold = TimeSpan.FromSeconds(MessageLog.TimeoutSeconds);
    private static readonly TimeSpan Patience = LongestHold - TimeSpan.FromSeconds(1);

    // The shortest window of those that are asked about before and after.
    private static readonly TimeSpan Window = TimeSpan.FromMinutes(1);
    private static readonly HurriedClock Clock = new();

    private readonly ConcurrentQueue<string> _failures = new();
    private readonly KillStep[] _steps;
    private readonly AppOutput _killed;
    private AppOutput? _next;
    private KillStep[] _notReached = [];
    private TimeSpan _held;
    private TimeSpan _all;

    private KillAttempt(KillStep[] steps, AppOutput killed) => (_steps, _killed) = (steps, killed);

    public IReadOnlyCollection<string> Failures => _failures;

    /// <summary>Whether the kill met every step, and no window was over when its outcome was looked at.</summary>
    public bool IsInTime => _notReached.Length == 0 && _held < LongestHold && _all < Window;

    public string Summary => string.Create(
        CultureInfo.InvariantCulture,
        $"{_steps.Length} steps, {_notReached.Length} not reached, {_failures.Count} failed; killed {_held.TotalSeconds:F1} s after the first call, {_all.TotalSeconds:F1} s in all");

    /// <summary>All that there is to say of an attempt that failed.</summary>
    public string Report =>
        $"""
        {Summary}
        {string.Join('\n', _notReached.Select(step => $"{step} was not reached after {step.Requests}"))}
        {string.Join("\n\n", _failures)}

        The process that was killed said last:
        {Tail(_killed)}

        The one after it:
        {Tail(_next)}
        """;

    public static async Task<KillAttempt> MakeAsync(FaultBench bench, KillStep[] steps)
    {
        var attempt = new KillAttempt(steps, bench.App.Output);
        var began = Clock.GetTimestamp();
        // What is prepared is no race: 80 at once may be refused as contended.
        await attempt.ForEachAsync(step => step.PrepareAsync());
        if (attempt._failures.IsEmpty)
            await attempt.KillAsync(bench);

        attempt._all = Clock.GetElapsedTime(began);
        return attempt;
    }

    private static string Tail(AppOutput? output) => string.Join('\n', output?.Lines.TakeLast(LastLines) ?? []);

    private async Task KillAsync(FaultBench bench)
    {
        var called = Clock.GetTimestamp();
        var calls = _steps.Select(step => step.CallAsync()).ToList();
        var reached = await Task.WhenAll(_steps.Select(step => step.IsReachedAsync(Patience)));
        _notReached = [.. _steps.Where((_, number) => !reached[number])];
        await bench.App.KillAsync();
        _held = Clock.GetElapsedTime(called);
        await bench.RestartAsync();
        _next = bench.App.Output;
        await Task.WhenAll(calls);
        await ForEachAsync(async step =>
        {
            using (step)
                await step.CheckAsync();
        });
    }

    private Task ForEachAsync(Func<KillStep, Task> act) => Parallel.ForEachAsync(
        _steps,
        new ParallelOptions { MaxDegreeOfParallelism = AtOnce },
        async (step, _) =>
        {
            if (await Record.ExceptionAsync(() => act(step)) is { } exception)
                _failures.Enqueue($"{step}, after {step.Requests}: {exception}");
        });
}
