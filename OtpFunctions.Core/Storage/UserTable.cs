using Azure.Data.Tables;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// One row a user, with the user's sessions beside it, and one a claimed address, in the partition of its recipient
/// (docs/decisions/0005): whoever asks for a user makes point reads.
/// </summary>
internal sealed class UserTable(Tables tables) : IUserStore
{
    public async Task<Stored<User>?> FindAsync(string key, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Users, key, UserRow.Key, cancellation) is { } row
            ? new Stored<User>(UserRow.Read(row), row.ETag.ToString())
            : null;

    public async Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after ?? ""} and RowKey eq {UserRow.Key}");
        return [.. (await TableFaults.ListAsync(tables.Users, filter, count, cancellation)).Select(UserRow.Read)];
    }

    public Task<bool> TryAddAsync(string key, User user, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(tables.Users, Write(key, user), cancellation);

    public Task<bool> TryReplaceAsync(string key, User user, string version, CancellationToken cancellation) =>
        TableFaults.TryReplaceAsync(tables.Users, Write(key, user), version, cancellation);

    public Task<bool> TryDeleteAsync(string key, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Users, key, UserRow.Key, version, cancellation);

    public async Task<Stored<AddressClaim>?> FindClaimAsync(ClaimKey key, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Recipients, key.Recipient, ClaimRow.RowKeyOf(key), cancellation) is { } row
            ? ClaimRow.Read(row)
            : null;

    public Task<string?> TryAddClaimAsync(ClaimKey key, AddressClaim claim, CancellationToken cancellation) =>
        TableFaults.AddVersionAsync(tables.Recipients, ClaimRow.Write(key, claim), cancellation);

    public Task<string?> TryReplaceClaimAsync(
        ClaimKey key, AddressClaim claim, string version, CancellationToken cancellation) =>
        TableFaults.ReplaceVersionAsync(tables.Recipients, ClaimRow.Write(key, claim), version, cancellation);

    public Task<bool> TryDeleteClaimAsync(ClaimKey key, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Recipients, key.Recipient, ClaimRow.RowKeyOf(key), version, cancellation);

    private static TableEntity Write(string key, User user)
    {
        var row = new TableEntity(key, UserRow.Key);
        UserRow.Write(user, row);
        return row;
    }
}
