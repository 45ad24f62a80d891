using System.Text.Json;
using Azure.Data.Tables;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Storage;

/// <summary>One row a recipient (docs/decisions/0001): the key is its partition, so recipients never wait for another.</summary>
internal sealed class RecipientTable(Tables tables) : IRecipientStore
{
    private const string Row = "recipient";
    private const string StateColumn = "State";
    private const string ChangesColumn = "Changes";
    private const int ChangesKept = 8;

    public async Task<VersionedRecipient> LoadAsync(string key, CancellationToken cancellation)
    {
        if (await TableFaults.FindAsync(tables.Recipients, key, Row, cancellation) is not { } row)
        {
            return VersionedRecipient.None;
        }

        var state = JsonSerializer.Deserialize(row.GetBinary(StateColumn), RecipientJson.Default.RecipientState);
        return new VersionedRecipient(
            state ?? RecipientState.Empty, row.ETag.ToString(), row.GetString(ChangesColumn)?.Split(' ') ?? []);
    }

    public Task<bool> TrySaveAsync(
        string key, VersionedRecipient read, RecipientState next, string change, CancellationToken cancellation)
    {
        var row = new TableEntity(key, Row)
        {
            [StateColumn] = JsonSerializer.SerializeToUtf8Bytes(next, RecipientJson.Default.RecipientState),
            [ChangesColumn] = string.Join(' ', read.Changes.Prepend(change).Take(ChangesKept)),
            [ExpiredRows.PurgeAfterColumn] = DateTimeOffset.FromUnixTimeMilliseconds(next.PurgeAfter),
        };
        return read.Version is null
            ? TableFaults.TryAddAsync(tables.Recipients, row, cancellation)
            : TableFaults.TryReplaceAsync(tables.Recipients, row, read.Version, cancellation);
    }
}
