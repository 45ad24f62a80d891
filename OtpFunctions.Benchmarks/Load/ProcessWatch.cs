using System.Diagnostics;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>Watches another process from when it is made until it is asked.</summary>
internal sealed class ProcessWatch : IAsyncDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromMilliseconds(100);
    private readonly CancellationTokenSource _end = new();
    private readonly Process _process;
    private readonly TimeSpan _cpuBefore;
    private readonly Task<double> _meanMemory;

    public ProcessWatch(int pid)
    {
        _process = Process.GetProcessById(pid);
        _cpuBefore = _process.TotalProcessorTime;
        _meanMemory = WatchAsync();
    }

    public async Task<ProcessUse> EndAsync()
    {
        await _end.CancelAsync();
        var mean = await _meanMemory;
        _process.Refresh();
        return new ProcessUse(
            _process.Id, (_process.TotalProcessorTime - _cpuBefore).TotalSeconds, mean, _process.PeakWorkingSet64);
    }

    public async ValueTask DisposeAsync()
    {
        await _end.CancelAsync();
        await _meanMemory;
        _end.Dispose();
        _process.Dispose();
    }

    private async Task<double> WatchAsync()
    {
        var (sum, count) = (0.0, 0);
        do
        {
            _process.Refresh();
            (sum, count) = (sum + _process.WorkingSet64, count + 1);
            await Task.Delay(Every, _end.Token).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
        while (!_end.IsCancellationRequested);
        return sum / count;
    }
}
