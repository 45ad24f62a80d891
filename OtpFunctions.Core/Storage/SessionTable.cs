using Azure.Data.Tables;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>How a session lies in its row, which is purged when it has expired.</summary>
internal sealed class SessionTable(Tables tables) : DirectoryTable<SessionRecord>(tables.Sessions, "session")
{
    protected override string IdOf(SessionRecord value) => value.Id;

    protected override SessionRecord Read(TableEntity from) => new()
    {
        Id = from.PartitionKey,
        UserName = Text(from, "UserName"),
        Incarnation = Text(from, "Incarnation"),
        Uid = from.GetString("Uid"),
        ExpiresAt = from.GetDateTimeOffset("ExpiresAt").GetValueOrDefault(),
        AccountHash = Text(from, "AccountHash"),
        UserHash = Text(from, "UserHash"),
    };

    protected override void Write(SessionRecord value, TableEntity to)
    {
        to["UserName"] = value.UserName;
        to["Incarnation"] = value.Incarnation;
        to["Uid"] = value.Uid;
        to["ExpiresAt"] = value.ExpiresAt;
        to["AccountHash"] = value.AccountHash;
        to["UserHash"] = value.UserHash;
        to[ExpiredRows.PurgeAfterColumn] = value.ExpiresAt;
    }
}
