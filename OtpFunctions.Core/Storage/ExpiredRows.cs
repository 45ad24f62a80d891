using System.Runtime.CompilerServices;
using System.Security.Cryptography;
using Azure.Data.Tables;
using OtpFunctions.Core.Purging;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// Expired rows of every purged table. The queries scan partition after partition, which no request ever does: of states all
/// rows, range by range, of records the days that are past, of users one range of 64, because most of their rows, unlike
/// their sessions, never expire. Their order is another each time, so that of tables too large for one run none, and no
/// part of one, is left out for ever.
/// </summary>
/// <param name="tables">Where they are.</param>
/// <param name="pick">Which of so many ranges, from 0: another each time, and each as often.</param>
internal sealed class ExpiredRows(Tables tables, Func<int, int> pick) : IExpiredRows
{
    public const string PurgeAfterColumn = "PurgeAfter";
    private static readonly string[] KeysOnly = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)];

    public ExpiredRows(Tables tables)
        : this(tables, RandomNumberGenerator.GetInt32)
    {
    }

    public async IAsyncEnumerable<IReadOnlyList<ExpiredRow>> FindAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var searches = Enumerable.Range(0, tables.Purged.Count)
            .SelectMany(table => RangesOf(tables.Purged[table], now).Select(range => (Table: table, Range: range)))
            .ToArray();
        RandomNumberGenerator.Shuffle(searches.AsSpan());
        foreach (var (table, range) in searches)
        {
            var rows = tables.Purged[table].QueryAsync<TableEntity>(
                FilterOf(range, now), select: KeysOnly, cancellationToken: cancellation);
            await foreach (var page in TableFaults.PagesAsync(rows, cancellation))
            {
                yield return
                [
                    .. page.Select(row => new ExpiredRow(table, row.PartitionKey, row.RowKey, row.ETag.ToString())),
                ];
            }
        }
    }

    public Task<bool> TryDeleteAsync(ExpiredRow row, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Purged[row.Table], row.Partition, row.Row, row.Version, cancellation);

    private IEnumerable<KeyRange> RangesOf(TableClient table, DateTimeOffset now) =>
        table == tables.Records ? RecordRow.RangesPast(now)
        : table == tables.Users ? [KeyRange.OfUsers[pick(KeyRange.OfUsers.Count)]]
        : KeyRange.OfStates;

    private static string FilterOf(KeyRange range, DateTimeOffset now) => TableClient.CreateQueryFilter(
        $"PartitionKey ge {range.From} and PartitionKey lt {range.Before} and PurgeAfter le {now}");
}
