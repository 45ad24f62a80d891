using OtpFunctions.Tests.Faults.Flows;
using OtpFunctions.Tests.Fixtures;
using Xunit.Abstractions;

namespace OtpFunctions.Tests.Faults;

/// <summary>
/// The process is killed in the midst of every call of every dialect, at every step of it: before and after each request
/// to the storage, and before and after the provider took the message. All calls wait at their steps, one SIGKILL ends
/// them all, and in a new process the same holds as after any other fault. It has but seconds for that.
/// </summary>
[Collection(QuietCollection.Name)]
public sealed class KillTests(ITestOutputHelper output)
{
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
            foreach (var half in Halves([.. steps]))
                await KillInTimeAsync(bench, half);
        }
    }

    // What a busy machine did too slowly says nothing: it is done again, fewer steps at a time.
    private async Task KillInTimeAsync(FaultBench bench, KillStep[] steps)
    {
        var attempt = await KillAttempt.MakeAsync(bench, steps);
        output.WriteLine(attempt.Summary);
        if (attempt.IsInTime)
        {
            Assert.True(attempt.Failures.Count == 0, attempt.Report);
            return;
        }

        Assert.True(steps.Length > 1, attempt.Report);
        foreach (var half in Halves([.. steps.Select(step => step.Again())]))
            await KillInTimeAsync(bench, half);
    }

    private static IEnumerable<KillStep[]> Halves(KillStep[] steps) => steps.Chunk((steps.Length + 1) / 2);
}
