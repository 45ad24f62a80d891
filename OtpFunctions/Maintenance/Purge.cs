using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Purging;

namespace OtpFunctions.Maintenance;

/// <summary>
/// Every 5 minutes: deletes recipients whose codes, windows and day are past. Nothing waits for it: expiry and counters
/// are judged when read.
/// </summary>
/// <param name="purger">Does it.</param>
/// <param name="clock">Measures it.</param>
/// <param name="logger">Says what was done.</param>
public sealed partial class Purge(Purger purger, TimeProvider clock, ILogger<Purge> logger)
{
    // Below the interval, so that a run is over when the next begins, and below host.json's functionTimeout.
    private static readonly TimeSpan Budget = TimeSpan.FromMinutes(4);

    /// <summary>One run.</summary>
    /// <param name="timer">Its schedule.</param>
    /// <param name="cancellation">The host stops.</param>
    [Function("Purge")]
    public async Task RunAsync([TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellation)
    {
        var start = clock.GetTimestamp();
        var report = await purger.RunAsync(Budget, cancellation);
        LogPurged(
            report.Deleted, report.Kept, report.Failed, report.Finished, (long)clock.GetElapsedTime(start).TotalMilliseconds);
    }

    [LoggerMessage(
        20,
        LogLevel.Information,
        "Purge: {Deleted} rows deleted, {Kept} renewed meanwhile, {Failed} failed, finished: {Finished}, {Milliseconds} ms")]
    private partial void LogPurged(int deleted, int kept, int failed, bool finished, long milliseconds);
}
