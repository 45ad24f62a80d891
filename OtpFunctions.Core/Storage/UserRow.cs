using Azure.Data.Tables;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>How a user lies in its own row, and in the settled claims of its addresses.</summary>
internal static class UserRow
{
    /// <summary>The key of its own row in its partition.</summary>
    public const string Key = "user";

    private const string NameColumn = "Name";

    /// <summary>Whether there is a user in this row.</summary>
    public static bool IsOneOf(TableEntity row) => row.GetString(NameColumn) is not null;

    public static User Read(TableEntity row) => new(
        Text(row, NameColumn),
        EmailAddress.TryParse(row.GetString("Email"), out var email) ? email : null,
        PhoneNumber.TryParse(row.GetString("Phone"), out var phone) ? phone : null)
    {
        Incarnation = Text(row, "Incarnation"),
    };

    public static void Write(User user, TableEntity to)
    {
        to[NameColumn] = user.Name;
        to["Email"] = user.Email?.Delivery;
        to["Phone"] = user.Phone?.E164;
        to["Incarnation"] = user.Incarnation;
    }

    public static string Text(TableEntity row, string column) => row.GetString(column) ?? "";
}
