using System.Diagnostics;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>Many who each run one operation after the other, without a pause; the first failure ends it for all.</summary>
internal sealed class Crowd(IScenario scenario, HttpMessageInvoker http, int size)
{
    private long _started = -1;

    /// <summary>Runs until the time is over or so many operations were begun; those under way are finished.</summary>
    /// <returns>How long each took.</returns>
    public async Task<List<TimeSpan>> RunAsync(TimeSpan time, long most = long.MaxValue)
    {
        using var failed = new CancellationTokenSource();
        var until = Stopwatch.GetTimestamp() + (long)(time.TotalSeconds * Stopwatch.Frequency);
        var last = most == long.MaxValue ? most : _started + most;
        var members = Enumerable.Range(0, size).Select(_ => Task.Run(() => RunOneAsync(until, last, failed)));
        return [.. (await Task.WhenAll(members)).SelectMany(taken => taken)];
    }

    private async Task<List<TimeSpan>> RunOneAsync(long until, long last, CancellationTokenSource failed)
    {
        var taken = new List<TimeSpan>();
        try
        {
            while (Stopwatch.GetTimestamp() is var began && began < until
                && !failed.IsCancellationRequested
                && Interlocked.Increment(ref _started) is var number && number <= last)
            {
                await scenario.RunAsync(http, number, failed.Token);
                taken.Add(Stopwatch.GetElapsedTime(began));
            }
        }
        catch (OperationCanceledException) when (failed.IsCancellationRequested)
        {
            // What failed first is told by whom it failed.
        }
        catch
        {
            await failed.CancelAsync();
            throw;
        }

        return taken;
    }
}
