using System.Runtime.CompilerServices;
using System.Text;
using Azure.Data.Tables;
using OtpFunctions.Core.Records;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// Records and counts: a partition a day, which a writer fills by transactions (docs/decisions/0012). The one table that
/// is written without a condition, since all that is written to it commutes.
/// </summary>
internal sealed class RecordTable(Tables tables) : IRecordStore
{
    private const int PageRows = 1000;

    // Counts of this process: another has rows of its own.
    private readonly string _instance = RandomId.Short();

    /// <summary>
    /// What a transaction has at most. It may have 100, but all other calls to a partition, and to an emulator, wait as long
    /// as one takes (docs/performance.md, pair).
    /// </summary>
    public int MostRows => 20;

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
        await TableFaults.FindAsync(tables.Records, RecordRow.PartitionOf(id.Day), id.RowKey, cancellation) is { } row
            ? (RecordRow.Read(row), row.ETag.ToString())
            : null;

    public Task<bool> TryReportAsync(
        RecordId id, DeliveryReport report, bool? delivered, string version, CancellationToken cancellation) =>
        TableFaults.TryMergeAsync(tables.Records, RecordRow.Of(id, report, delivered), version, cancellation);

    public async IAsyncEnumerable<IReadOnlyList<MessageRecord>> ListAsync(
        RecordQuery query, [EnumeratorCancellation] CancellationToken cancellation)
    {
        var pages = tables.Records
            .QueryAsync<TableEntity>(FilterOf(query), PageRows, RecordRow.Columns, cancellation)
            .AsPages()
            .GetAsyncEnumerator(cancellation);
        await using (pages)
        {
            while (await TableFaults.NextAsync(pages))
            {
                yield return [.. pages.Current.Values.Select(RecordRow.Read)];
            }
        }
    }

    public async Task<IReadOnlyList<KeyValuePair<TallyKey, Tally>>> TalliesAsync(
        DateOnly day, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {RecordRow.PartitionOf(day)} and RowKey ge {TallyRow.First}");
        var tallies = new List<KeyValuePair<TallyKey, Tally>>();
        var pages = tables.Records.QueryAsync<TableEntity>(filter, cancellationToken: cancellation)
            .AsPages()
            .GetAsyncEnumerator(cancellation);
        await using (pages)
        {
            while (await TableFaults.NextAsync(pages))
            {
                tallies.AddRange(pages.Current.Values.Select(row => TallyRow.Read(day, row)));
            }
        }

        return tallies;
    }

    // Whether a column is not there cannot be asked for: RecordQuery.Matches does the rest.
    private static string FilterOf(RecordQuery query)
    {
        var oldest = RecordRow.PartitionOf(DateOnly.FromDateTime(query.Since.UtcDateTime));
        var filter = new StringBuilder(
            TableClient.CreateQueryFilter($"PartitionKey le {oldest} and RowKey lt {TallyRow.First}"));
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
