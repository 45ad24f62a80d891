using System.Collections.Concurrent;
using System.Globalization;
using OtpFunctions.Tests.Faults.Flows;
using OtpFunctions.Tests.Fixtures;
using Xunit.Abstractions;

namespace OtpFunctions.Tests.Faults;

/// <summary>
/// Every call of every dialect, with every fault at every request it makes to the storage. Whatever fails: each answer
/// comes in time and in the dialect's own shape, nothing is accepted that must not be, what is accepted is accepted once,
/// no message is too many, and when the fault is over the next call works. A fault that can be made good is not noticed.
/// An ordinary run takes every fifth of the cases, a long one all.
/// </summary>
public sealed class StorageFaultTests(FaultyApp app, ITestOutputHelper output) : IClassFixture<FaultyApp>
{
    private const int Parallel = 8;

    // Of a call: 15 seconds, and a moment for the machine.
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(17);
    private static readonly int Step = Soak.Times(5, 1);
    private static readonly FaultFlow[] Flows =
        [.. OnlyIdFlows.All, .. StarlightFlows.All, .. FresnsFlows.All, .. CaptchaFlows.All];

    public static TheoryData<string> Names => new(Flows.Select(flow => flow.Name));

    [LocalTheory]
    [MemberData(nameof(Names))]
    public async Task A_fault_is_made_good_or_answered_as_one(string name)
    {
        var flow = Array.Find(Flows, flow => flow.Name == name)!;
        var requests = await RequestsAsync(flow);
        var first = Array.IndexOf(Flows, flow);
        var cases = from request in requests
                    from met in StorageFaults.Quick
                    where met.Fault.CanMeet(request)
                    select (request, met.Fault, met.Count);

        await AssertAllAsync(flow, [.. cases.Where((_, index) => (index + first) % Step == 0)]);
    }

    [LocalFact]
    public async Task A_storage_that_stalls_is_answered_for_within_the_deadline()
    {
        var cases = new List<(FaultFlow, string, StorageFault, int)>();
        foreach (var flow in Flows)
        {
            var requests = await RequestsAsync(flow);
            cases.AddRange(from request in requests
                           from met in StorageFaults.Slow
                           select (flow, request, met.Fault, met.Count));
        }

        // They only wait, so all wait at once.
        await AssertAllAsync([.. cases.Where((_, index) => index % Soak.Times(11, 3) == 0)], cases.Count);
    }

    private async Task<IReadOnlyList<string>> RequestsAsync(FaultFlow flow) =>
        [.. (await flow.RequestsAsync(app.Bench)).Distinct().Where(flow.CanFail)];

    private Task AssertAllAsync(FaultFlow flow, IReadOnlyList<(string Request, StorageFault Fault, int Count)> cases) =>
        AssertAllAsync([.. cases.Select(met => (flow, met.Request, met.Fault, met.Count))], Parallel);

    private async Task AssertAllAsync(IReadOnlyList<(FaultFlow, string, StorageFault, int)> cases, int parallel)
    {
        Assert.NotEmpty(cases);
        output.WriteLine($"{cases.Count} cases");
        var failures = new ConcurrentQueue<string>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            cases,
            new ParallelOptions { MaxDegreeOfParallelism = parallel },
            async (met, _) =>
            {
                var (flow, request, fault, count) = met;
                if (await Record.ExceptionAsync(() => AssertAsync(flow, request, fault, count)) is { } exception)
                    failures.Enqueue($"{flow}, {request}: {fault} x {Text(count)}: {exception}");
            });
        Assert.True(failures.IsEmpty, $"{failures.Count} of {cases.Count}\n{string.Join("\n\n", failures)}");
    }

    private async Task AssertAsync(FaultFlow flow, string request, StorageFault fault, int count)
    {
        using var run = new FaultRun(app.Bench);
        var call = await flow.PrepareAsync(run);
        var script = new FaultScript(request, fault, count);
        using var http = run.Scripted(script);

        var answer = await call.CallAsync(http).WaitAsync(Deadline);

        Assert.NotEqual(0, script.Struck);
        var verdict = flow.Judge(answer);
        var isRead = request.StartsWith("GET ", StringComparison.Ordinal);
        // A network's window that is not found is made, which fails, since it is there.
        var isHidden = isRead && fault == StorageFaults.TableMissing && request != "GET windows";
        var isHealed = count == 1 && fault.Heals && !isHidden;
        if (isHealed)
            Assert.Equal(flow.Expected, verdict);
        else if (!isHidden)
            Assert.Contains(verdict, new[] { flow.Expected, Verdict.Unavailable });

        await call.CheckAsync(new Aftermath(answer, verdict, fault.MayCommit && !isRead, isHidden) { IsHealed = isHealed });
    }

    private static string Text(int count) =>
        count == int.MaxValue ? "always" : count.ToString(CultureInfo.InvariantCulture);
}
