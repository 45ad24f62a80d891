using System.Text;
using Azure.Data.Tables;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// Records, in a partition a day and lane, and counts, in one a day, which a writer fills by transactions
/// (docs/decisions/0012). The one table that is written without a condition, since all that is written to it commutes.
/// </summary>
internal sealed class RecordTable(Tables tables) : IRecordStore
{
    // A lane's share of the rows that a list looks at, and three times by how much chance lets that be more: so the first
    // page of each is nearly always enough, and little is read in vain.
    private const int PageRows = 700;

    // Counts of this process: another has rows of its own.
    private readonly string _instance = RandomId.Short();

    /// <summary>
    /// What a transaction has at most. It may have 100, but all other calls to a partition, and to an emulator, wait as long
    /// as one takes (docs/performance.md, pair).
    /// </summary>
    public int MostRows => 50;

    public Task WriteAsync(JournalPart part, CancellationToken cancellation)
    {
        var rows = part.Changes.Select(RecordRow.Of)
            .Concat(part.Tallies.Select(tally => TallyRow.Of(tally.Key, tally.Value, _instance)));
        return TableFaults.SubmitAsync(
            tables.Records,
            [.. rows.Select(row => new TableTransactionAction(TableTransactionActionType.UpsertMerge, row))],
            cancellation);
    }

    public async Task<(MessageRecord Record, string Version)?> FindAsync(RecordId id, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Records, RecordRow.PartitionOf(id), id.RowKey, cancellation) is { } row
            ? (RecordRow.Read(row), row.ETag.ToString())
            : null;

    public Task<bool> TryReportAsync(
        RecordId id, DeliveryReport report, bool? delivered, string version, CancellationToken cancellation) =>
        TableFaults.TryMergeAsync(tables.Records, RecordRow.Of(id, report, delivered), version, cancellation);

    public IEnumerable<IAsyncEnumerable<IReadOnlyList<MessageRecord>>> ListLanes(
        RecordQuery query, CancellationToken cancellation) =>
        RecordId.Lanes.Select(lane => ListAsync(FilterOf(query, lane), cancellation));

    public async Task<IReadOnlyList<KeyValuePair<TallyKey, Tally>>> TalliesAsync(
        DateOnly day, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey eq {TallyRow.PartitionOf(day)}");
        var rows = tables.Records.QueryAsync<TableEntity>(filter, cancellationToken: cancellation);
        return await TableFaults.PagesAsync(rows, cancellation)
            .SelectMany(page => page.Select(row => TallyRow.Read(day, row)))
            .ToListAsync(cancellation);
    }

    private IAsyncEnumerable<IReadOnlyList<MessageRecord>> ListAsync(string filter, CancellationToken cancellation) =>
        TableFaults.PagesAsync(
                tables.Records.QueryAsync<TableEntity>(filter, PageRows, RecordRow.Columns, cancellation), cancellation)
            .Select(page => page.Select(RecordRow.Read).ToList());

    // Whether a column is not there cannot be asked for: RecordQuery.Matches does the rest.
    private static string FilterOf(RecordQuery query, char lane)
    {
        var oldest = RecordRow.PartitionOf(lane, DateOnly.FromDateTime(query.Since.UtcDateTime));
        var filter = new StringBuilder(
            TableClient.CreateQueryFilter($"PartitionKey ge {lane.ToString()} and PartitionKey le {oldest}"));
        And(query.Dialect, RecordRow.Dialect);
        And(query.Channel?.ToString(), RecordRow.Channel);
        And(query.Application, RecordRow.Application);
        And(query.RecipientHash, RecordRow.RecipientHash);
        if (query.Sent is { } sent)
        {
            filter.Append(" and ").Append(RecordRow.Sent).Append(TableClient.CreateQueryFilter($" eq {sent}"));
        }

        if (query.Verified == true)
        {
            filter.Append(" and ").Append(RecordRow.VerifiedAt)
                .Append(TableClient.CreateQueryFilter($" ge {DateTimeOffset.UnixEpoch}"));
        }

        return filter.ToString();

        void And(string? value, string column)
        {
            if (value is not null)
            {
                filter.Append(" and ").Append(column).Append(TableClient.CreateQueryFilter($" eq {value}"));
            }
        }
    }
}
