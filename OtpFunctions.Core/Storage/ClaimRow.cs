using Azure.Data.Tables;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// How a claim lies in its row, beside the state of the address's recipient: who asks for both asks once. It is never
/// purged, having no time to be purged after.
/// </summary>
internal static class ClaimRow
{
    /// <summary>How the keys of these rows begin.</summary>
    public const string Prefix = "address-";

    public static string RowKeyOf(ClaimKey key) => Prefix + key.Address;

    public static Stored<AddressClaim> Read(TableEntity row) => new(
        new AddressClaim(
            UserRow.Text(row, "Claim"),
            UserRow.Text(row, "Owner"),
            UserRow.Text(row, "Incarnation"),
            row.GetDateTimeOffset("ClaimedAt").GetValueOrDefault())
        {
            User = UserRow.IsOneOf(row) ? UserRow.Read(row) : null,
        },
        row.ETag.ToString());

    public static TableEntity Write(ClaimKey key, AddressClaim claim)
    {
        var row = new TableEntity(key.Recipient, RowKeyOf(key))
        {
            ["Claim"] = claim.Id,
            ["Owner"] = claim.Owner,
            ["Incarnation"] = claim.Incarnation,
            ["ClaimedAt"] = claim.ClaimedAt,
        };
        if (claim.User is { } user)
        {
            UserRow.Write(user, row);
        }

        return row;
    }
}
