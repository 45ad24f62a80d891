using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Records;

/// <summary>Looks through the records of messages. A look is bounded: see <see cref="MostRows"/>.</summary>
public sealed class RecordList
{
    /// <summary>How many records one call looks at, at most.</summary>
    public const int MostRows = 10_000;

    // A store may answer pages that are empty: it stops when it has worked long enough, found something or not.
    private const int MostPages = 20;
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
        int pages = 0, rows = 0, total = 0;
        await foreach (var found in _store.ListAsync(query, cancellation))
        {
            foreach (var record in found)
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

            if (++pages == MostPages)
            {
                return new RecordPage(list, total, More: true);
            }
        }

        return new RecordPage(list, total, More: false);
    }
}
