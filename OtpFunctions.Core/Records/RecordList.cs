using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Records;

/// <summary>Looks through the records of messages. A look is bounded: see <see cref="MostRows"/>.</summary>
public sealed class RecordList
{
    /// <summary>How many records one call looks at, at most.</summary>
    public const int MostRows = 10_000;
    private readonly IRecordStore _store;
    private readonly CodeVault _vault;

    internal RecordList(IRecordStore store, CodeVault vault) => (_store, _vault) = (store, vault);

    /// <summary>A page of the records that match, newest first, and how many match in all.</summary>
    /// <param name="query">Which.</param>
    /// <param name="page">1 is the first.</param>
    /// <param name="size">How many to a page.</param>
    /// <param name="cancellation">Ends the wait.</param>
    internal async Task<RecordPage> FindAsync(RecordQuery query, int page, int size, CancellationToken cancellation)
    {
        query = query.Recipient is { } to ? query with { RecipientHash = _vault.KeysOf(to).Row } : query;
        var skipped = (page - 1L) * size;
        var list = new List<MessageRecord>();
        int rows = 0, total = 0;
        var merge = new RecordMerge(_store.ListLanes(query, cancellation));
        await foreach (var record in merge.ReadAsync(cancellation))
        {
            if (rows++ == MostRows)
            {
                return new RecordPage(list, total, More: true);
            }

            if (query.Matches(record) && ++total > skipped && list.Count < size)
            {
                list.Add(record);
            }
        }

        return new RecordPage(list, total, merge.IsCut);
    }
}
