using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>One call that is held at one of its steps until the process is killed.</summary>
internal sealed class KillStep : IDisposable
{
    private const string Delivery = "delivery";
    private readonly FaultBench _bench;
    private readonly FaultFlow _flow;
    private readonly IReadOnlyList<string> _requests;
    private readonly int _step;
    private readonly string _at;
    private readonly FaultScript _script;
    private readonly Hold _hold;
    private readonly FaultRun _run;
    private readonly bool _mayHaveCommitted;
    private FaultCall _call = null!;
    private Answer? _answer;

    private KillStep(FaultBench bench, FaultFlow flow, IReadOnlyList<string> requests, int step, bool afterwards)
    {
        (_bench, _flow, _requests, _step) = (bench, flow, requests, step);
        _at = step < requests.Count ? requests[step] : Delivery;
        _hold = new Hold(afterwards);
        _run = new FaultRun(bench);
        _mayHaveCommitted = requests.Take(step).Any(IsWrite) || (afterwards && IsWrite(_at));
        _script = new FaultScript(_at, _hold.Fault, skip: requests.Take(step).Count(request => request == _at));
    }

    /// <summary>What the call has asked of the storage so far.</summary>
    public string Requests => string.Join(", ", _script.Requests);

    private bool IsDelivery => _at == Delivery;

    /// <summary>Every step of a call: its requests in the order in which they came when all was well.</summary>
    public static async Task<IReadOnlyList<KillStep>> AllOfAsync(FaultBench bench, FaultFlow flow)
    {
        var requests = await flow.RequestsAsync(bench);
        var steps = Enumerable.Range(0, flow.Delivers ? requests.Count + 1 : requests.Count);
        return [.. from step in steps
                   where step == requests.Count || flow.CanFail(requests[step])
                   from afterwards in new[] { false, true }
                   select new KillStep(bench, flow, requests, step, afterwards)];
    }

    /// <summary>The same step of another call.</summary>
    public KillStep Again() => new(_bench, _flow, _requests, _step, _hold.IsAfterwards);

    public async Task PrepareAsync()
    {
        _run.Reconnect();
        _call = await _flow.PrepareAsync(_run);
    }

    /// <summary>Makes the call, which is answered only where the answer does not wait for the step that is held.</summary>
    public async Task CallAsync()
    {
        if (IsDelivery)
            _run.Bench.Messages.Add(_call.To!, _hold);

        using var http = _run.Scripted(_script);
        try
        {
            _answer = await _call.CallAsync(http);
        }
        catch (HttpRequestException)
        {
            // Killed.
        }
    }

    /// <summary>Whether the call comes to its step in time.</summary>
    public async Task<bool> IsReachedAsync(TimeSpan patience) =>
        await Task.WhenAny(_hold.Reached, Task.Delay(patience)) == _hold.Reached;

    public Task CheckAsync()
    {
        _run.Reconnect();
        var sent = IsDelivery && _hold.IsAfterwards ? 1 : 0;
        var verdict = _answer is null ? Verdict.Unavailable : _flow.Judge(_answer);
        return _call.CheckAsync(new Aftermath(_answer, verdict, _mayHaveCommitted, WasHidden: false) { Sent = sent });
    }

    public void Dispose() => _run.Dispose();

    public override string ToString() => $"{_flow}, {_at}, {(_hold.IsAfterwards ? "after" : "before")}";

    // The network's window is counted first, whatever becomes of the call.
    private static bool IsWrite(string request) =>
        !request.StartsWith("GET ", StringComparison.Ordinal) && !request.EndsWith(" windows", StringComparison.Ordinal);
}
