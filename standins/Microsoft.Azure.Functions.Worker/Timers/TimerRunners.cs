namespace Microsoft.Azure.Functions.Worker.Timers;

internal sealed class TimerRunners(IReadOnlyList<TimerRunner> runners) : IDisposable
{
    private readonly CancellationTokenSource _stopping = new();

    public void Start()
    {
        foreach (var runner in runners)
            runner.Start(_stopping.Token);
    }

    public bool Fire(string name)
    {
        var runner = runners.FirstOrDefault(one => one.Name.Equals(name, StringComparison.OrdinalIgnoreCase));
        runner?.Fire(_stopping.Token);
        return runner is not null;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        await _stopping.CancelAsync();
        var stopped = Task.WhenAll(runners.Select(runner => runner.Stopped())).WaitAsync(cancellationToken);
        // Stopping is what they were told: that they say so is no failure.
        await stopped.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
    }

    public void Dispose()
    {
        foreach (var runner in runners)
            runner.Dispose();
        _stopping.Dispose();
    }
}
