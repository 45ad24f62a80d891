using Azure.Data.Tables;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>One row a session, in a partition of its own; purged when it has expired.</summary>
internal sealed class SessionTable(Tables tables) : ISessionStore
{
    private const string Row = "session";

    public async Task<Stored<SessionRecord>?> FindAsync(string id, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Sessions, id, Row, cancellation) is { } row
            ? new Stored<SessionRecord>(Read(row), row.ETag.ToString())
            : null;

    public Task<bool> TryAddAsync(SessionRecord session, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(tables.Sessions, Write(session), cancellation);

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Sessions, id, Row, version, cancellation);

    private static SessionRecord Read(TableEntity row) => new()
    {
        Id = row.PartitionKey,
        UserName = Text(row, "UserName"),
        Incarnation = Text(row, "Incarnation"),
        Uid = row.GetString("Uid"),
        ExpiresAt = row.GetDateTimeOffset("ExpiresAt").GetValueOrDefault(),
        AccountHash = Text(row, "AccountHash"),
        UserHash = Text(row, "UserHash"),
    };

    private static string Text(TableEntity row, string column) => row.GetString(column) ?? "";

    private static TableEntity Write(SessionRecord session) => new(session.Id, Row)
    {
        ["UserName"] = session.UserName,
        ["Incarnation"] = session.Incarnation,
        ["Uid"] = session.Uid,
        ["ExpiresAt"] = session.ExpiresAt,
        ["AccountHash"] = session.AccountHash,
        ["UserHash"] = session.UserHash,
        [ExpiredRows.PurgeAfterColumn] = session.ExpiresAt,
    };
}
