using System.Collections.Concurrent;

namespace OtpFunctions.Core.Records;

/// <summary>Sums what the instances counted.</summary>
public sealed class Statistics
{
    // A read a day: enough at once to be quick, and few for the storage.
    private const int ParallelReads = 8;
    private readonly IRecordStore _store;
    private readonly TimeProvider _clock;

    internal Statistics(IRecordStore store, TimeProvider clock) => (_store, _clock) = (store, clock);

    /// <summary>The counts of the last days, today's included, newest first; days on which nothing was sent are left out.</summary>
    /// <param name="days">How many, of UTC.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<IReadOnlyList<KeyValuePair<TallyKey, Tally>>> SumAsync(int days, CancellationToken cancellation)
    {
        var today = RecordDays.Of(_clock.GetUtcNow().ToUnixTimeMilliseconds());
        var found = new ConcurrentBag<KeyValuePair<TallyKey, Tally>>();
        await Parallel.ForEachAsync(
            Enumerable.Range(0, days).Select(ago => today.AddDays(-ago)),
            new ParallelOptions { MaxDegreeOfParallelism = ParallelReads, CancellationToken = cancellation },
            async (day, token) =>
            {
                foreach (var tally in await _store.TalliesAsync(day, token))
                {
                    found.Add(tally);
                }
            });
        return
        [
            .. found.GroupBy(tally => tally.Key)
                .Select(same => KeyValuePair.Create(
                    same.Key, same.Aggregate(default(Tally), (sum, next) => sum + next.Value)))
                .OrderByDescending(sum => sum.Key.Day)
                .ThenBy(sum => sum.Key.Dialect, StringComparer.Ordinal)
                .ThenBy(sum => sum.Key.Channel),
        ];
    }
}
