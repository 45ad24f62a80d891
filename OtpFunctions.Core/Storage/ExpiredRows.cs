using System.Runtime.CompilerServices;
using Azure.Data.Tables;
using OtpFunctions.Core.Purging;

namespace OtpFunctions.Core.Storage;

/// <summary>Expired rows of every purged table. The query scans, which no request ever does.</summary>
internal sealed class ExpiredRows(Tables tables) : IExpiredRows
{
    public const string PurgeAfterColumn = "PurgeAfter";
    private static readonly string[] KeysOnly = [nameof(TableEntity.PartitionKey), nameof(TableEntity.RowKey)];

    public async IAsyncEnumerable<IReadOnlyList<ExpiredRow>> FindAsync(
        DateTimeOffset now, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PurgeAfter le {now}");
        for (var table = 0; table < tables.Purged.Count; table++)
        {
            var rows = tables.Purged[table].QueryAsync<TableEntity>(
                filter, select: KeysOnly, cancellationToken: cancellation);
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
}
