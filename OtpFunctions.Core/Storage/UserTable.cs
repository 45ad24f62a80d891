using Azure.Data.Tables;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// One row a user and one a claimed address, each in a partition of its own (docs/decisions/0005): whoever asks for a
/// user makes point reads.
/// </summary>
internal sealed class UserTable(Tables tables) : IUserStore
{
    public const string UserRow = "user";
    private const string ClaimRow = "address";

    public async Task<Stored<User>?> FindAsync(string key, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Users, key, UserRow, cancellation) is { } row
            ? new Stored<User>(ReadUser(row), row.ETag.ToString())
            : null;

    public async Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation)
    {
        var filter = TableClient.CreateQueryFilter($"PartitionKey gt {after ?? ""} and RowKey eq {UserRow}");
        return [.. (await TableFaults.ListAsync(tables.Users, filter, count, cancellation)).Select(ReadUser)];
    }

    public Task<bool> TryAddAsync(string key, User user, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(tables.Users, Write(key, user), cancellation);

    public Task<bool> TryReplaceAsync(string key, User user, string version, CancellationToken cancellation) =>
        TableFaults.TryReplaceAsync(tables.Users, Write(key, user), version, cancellation);

    public Task<bool> TryDeleteAsync(string key, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Users, key, UserRow, version, cancellation);

    public async Task<Stored<AddressClaim>?> FindClaimAsync(string key, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Users, key, ClaimRow, cancellation) is { } row
            ? new Stored<AddressClaim>(ReadClaim(row), row.ETag.ToString())
            : null;

    public Task<string?> TryAddClaimAsync(string key, AddressClaim claim, CancellationToken cancellation) =>
        TableFaults.AddVersionAsync(tables.Users, Write(key, claim), cancellation);

    public Task<string?> TryReplaceClaimAsync(
        string key, AddressClaim claim, string version, CancellationToken cancellation) =>
        TableFaults.ReplaceVersionAsync(tables.Users, Write(key, claim), version, cancellation);

    public Task<bool> TryDeleteClaimAsync(string key, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Users, key, ClaimRow, version, cancellation);

    public static User ReadUser(TableEntity row) => new(
        Text(row, "Name"),
        EmailAddress.TryParse(row.GetString("Email"), out var email) ? email : null,
        PhoneNumber.TryParse(row.GetString("Phone"), out var phone) ? phone : null)
    {
        Incarnation = Text(row, "Incarnation"),
    };

    private static TableEntity Write(string key, User user)
    {
        var row = new TableEntity(key, UserRow) { ["Incarnation"] = user.Incarnation };
        Write(user, row);
        return row;
    }

    private static AddressClaim ReadClaim(TableEntity row) => new(
        Text(row, "Claim"),
        Text(row, "Owner"),
        Text(row, "Incarnation"),
        row.GetDateTimeOffset("ClaimedAt").GetValueOrDefault())
    {
        User = row.GetString("Name") is null ? null : ReadUser(row),
    };

    private static TableEntity Write(string key, AddressClaim claim)
    {
        var row = new TableEntity(key, ClaimRow)
        {
            ["Claim"] = claim.Id,
            ["Owner"] = claim.Owner,
            ["Incarnation"] = claim.Incarnation,
            ["ClaimedAt"] = claim.ClaimedAt,
        };
        if (claim.User is { } user)
        {
            Write(user, row);
        }

        return row;
    }

    private static void Write(User user, TableEntity to)
    {
        to["Name"] = user.Name;
        to["Email"] = user.Email?.Delivery;
        to["Phone"] = user.Phone?.E164;
    }

    private static string Text(TableEntity row, string column) => row.GetString(column) ?? "";
}
