using Azure.Data.Tables;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>Asks for the two rows of an address by their keys; nothing else of the partition is looked at.</summary>
internal sealed class RecipientTable(Tables tables, StateTable<RecipientState> states) : IRecipientRows
{
    private const int Most = 2;

    public async Task<RecipientRows> LoadAsync(ClaimKey key, CancellationToken cancellation)
    {
        var claimKey = ClaimRow.RowKeyOf(key);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {key.Recipient} and (RowKey eq {StateTables.Row} or RowKey eq {claimKey})");
        var rows = await TableFaults.ListAsync(tables.Recipients, filter, Most, cancellation);
        var claim = rows.FirstOrDefault(row => row.RowKey == claimKey);
        return new RecipientRows(
            states.Read(rows.FirstOrDefault(row => row.RowKey == StateTables.Row)),
            claim is null ? null : ClaimRow.Read(claim));
    }
}
