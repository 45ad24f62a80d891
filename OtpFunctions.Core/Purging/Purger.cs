using OtpFunctions.Core.Storage;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Core.Purging;

/// <summary>
/// Deletes what is past its time, to free space: expiry, windows and days are judged when read and never wait for it.
/// Two at once, a late one or one that dies half-way do no harm, because each delete is conditional.
/// </summary>
public sealed class Purger
{
    // Enough to hide the round trip, far below the 20,000 operations a second of an account.
    private const int ParallelDeletes = 32;
    private readonly IExpiredRows _rows;
    private readonly TimeProvider _clock;

    internal Purger(IExpiredRows rows, TimeProvider clock) => (_rows, _clock) = (rows, clock);

    /// <summary>Purges until done or the time is up.</summary>
    /// <param name="budget">How long it may take.</param>
    /// <param name="cancellation">Ends it early, as the budget does.</param>
    public async Task<PurgeReport> RunAsync(TimeSpan budget, CancellationToken cancellation)
    {
        var start = Instruments.Purges.Begin(_clock);
        var report = await DeleteAsync(budget, cancellation);
        PurgeMetrics.Ran(start, _clock, report);
        return report;
    }

    private async Task<PurgeReport> DeleteAsync(TimeSpan budget, CancellationToken cancellation)
    {
        using var timeUp = new CancellationTokenSource(budget, _clock);
        using var stop = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellation);
        int deleted = 0, kept = 0, failed = 0;
        var rows = new ReadAhead(_rows.FindAsync(_clock.GetUtcNow(), stop.Token));
        try
        {
            await Parallel.ForEachAsync(
                rows.RowsAsync(stop.Token),
                new ParallelOptions { MaxDegreeOfParallelism = ParallelDeletes, CancellationToken = stop.Token },
                async (row, token) =>
                {
                    try
                    {
                        _ = await _rows.TryDeleteAsync(row, token)
                            ? Interlocked.Increment(ref deleted)
                            : Interlocked.Increment(ref kept);
                    }
                    catch (StorageUnavailableException)
                    {
                        Interlocked.Increment(ref failed);
                    }
                });
            return new PurgeReport(deleted, kept, failed, rows.IsFinished);
        }
        catch (OperationCanceledException)
        {
            return new PurgeReport(deleted, kept, failed, Finished: false);
        }
    }
}
