using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>One call of one dialect that is made while the storage fails.</summary>
/// <param name="Name">Dialect and call.</param>
/// <param name="Expected">What it says when all is well: Accepted or Refused.</param>
/// <param name="Judge">Reads an answer, and fails when it is not in the dialect's own shape.</param>
/// <param name="Prepare">Makes what the call needs, while all is well.</param>
internal sealed record FaultFlow(
    string Name, Verdict Expected, Func<Answer, Verdict> Judge, Func<FaultRun, Task<FaultCall>> Prepare)
{
    /// <summary>Whether a message goes out.</summary>
    public bool Delivers => Sends && Expected == Verdict.Accepted;

    private bool Sends => Name.Contains("message", StringComparison.Ordinal);

    /// <summary>
    /// Whether the request is the call's own and comes each time: a share of a day's budget is taken for others too
    /// (BudgetFaultTests), and a table is made once.
    /// </summary>
    public bool CanFail(string request) =>
        request != "POST tables" && (!Sends || !request.EndsWith(" windows", StringComparison.Ordinal));

    /// <summary>Makes what the call needs, and callers that no other call shares.</summary>
    public async Task<FaultCall> PrepareAsync(FaultRun run)
    {
        await run.TakeOwnCallersAsync();
        return await Prepare(run);
    }

    /// <summary>What the call asks of the storage when all is well, in order.</summary>
    public async Task<IReadOnlyList<string>> RequestsAsync(FaultBench bench)
    {
        using var run = new FaultRun(bench);
        var call = await PrepareAsync(run);
        var script = new FaultScript("none", null);
        using var http = run.Scripted(script);

        Assert.Equal(Expected, Judge(await call.CallAsync(http)));

        Assert.NotEmpty(script.Requests);
        return [.. script.Requests];
    }

    public override string ToString() => Name;
}
