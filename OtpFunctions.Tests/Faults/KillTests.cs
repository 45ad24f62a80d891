using System.Collections.Concurrent;
using OtpFunctions.Tests.Faults.Flows;
using OtpFunctions.Tests.Fixtures;
using Xunit.Abstractions;

namespace OtpFunctions.Tests.Faults;

/// <summary>
/// The process is killed in the midst of every call of every dialect, at every step of it: before and after each request
/// to the storage, and before and after the provider took the message. All calls wait at their steps, one SIGKILL ends
/// them all, and in a new process the same holds as after any other fault.
/// </summary>
public sealed class KillTests(ITestOutputHelper output)
{
    // The app's own tries at a request that is held end after 12 seconds.
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(11);
    private static readonly FaultFlow[] Flows =
        [.. OnlyIdFlows.All, .. StarlightFlows.All, .. FresnsFlows.All, .. CaptchaFlows.All];

    [LocalFact]
    public async Task A_process_that_dies_at_any_step_costs_a_slot_at_most()
    {
        await using var bench = await FaultBench.StartAsync();
        // Makes the tables, once.
        foreach (var flow in Flows)
            await flow.RequestsAsync(bench);

        for (var round = 0; round < Soak.Times(1, 10); round++)
        {
            var steps = new List<KillStep>();
            foreach (var flow in Flows)
                steps.AddRange(await KillStep.AllOfAsync(bench, flow));

            output.WriteLine($"{steps.Count} steps");
            // Half of the steps at a time: all of them are there before the first gives up.
            foreach (var some in steps.Chunk(steps.Count / 2 + 1))
                await KillAtAsync(bench, some);
        }
    }

    private static async Task KillAtAsync(FaultBench bench, KillStep[] steps)
    {
        // What is prepared is no race: 80 at once may be refused as contended.
        await Parallel.ForEachAsync(
            steps, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (step, _) => await step.PrepareAsync());
        var calls = steps.Select(step => step.CallAsync()).ToList();
        await Task.WhenAll(steps.Select(step => step.ReachedAsync(Patience)));

        await bench.CrashAsync();
        await Task.WhenAll(calls);

        var failures = new ConcurrentQueue<string>();
        await Parallel.ForEachAsync(steps, new ParallelOptions { MaxDegreeOfParallelism = 8 }, async (step, _) =>
        {
            using (step)
            {
                if (await Record.ExceptionAsync(step.CheckAsync) is { } exception)
                    failures.Enqueue($"{step}: {exception}");
            }
        });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {steps.Length}\n{string.Join("\n\n", failures)}");
    }
}
