using Azure.Data.Tables;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// A session lies in the partition of its user's row, so that one query finds both (docs/decisions/0021). It is purged
/// when it has expired.
/// </summary>
internal sealed class SessionTable : ISessionStore
{
    private const string RowPrefix = "session-";
    private const char Separator = ' ';
    private static readonly Task<FoundSession> None = Task.FromResult(FoundSession.None);
    private readonly TableClient _table;
    private readonly SharedReads<FoundSession> _reads;

    public SessionTable(Tables tables) => (_table, _reads) = (tables.Users, new(ReadAsync));

    // The guard is for who gives up waiting for a shared read.
    public Task<FoundSession> FindAsync(string owner, string id, CancellationToken cancellation) => RandomId.IsHex(id)
        ? TableFaults.GuardAsync(() => _reads.ReadAsync($"{owner}{Separator}{id}", cancellation))
        : None;

    public Task<bool> TryAddAsync(string owner, SessionRecord session, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(_table, Write(owner, session), cancellation);

    public Task<bool> TryDeleteAsync(string owner, string id, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(_table, owner, RowPrefix + id, version, cancellation);

    private async Task<FoundSession> ReadAsync(string key, CancellationToken cancellation)
    {
        var end = key.IndexOf(Separator);
        var (owner, session) = (key[..end], RowPrefix + key[(end + 1)..]);
        var filter = TableClient.CreateQueryFilter(
            $"PartitionKey eq {owner} and (RowKey eq {session} or RowKey eq {UserRow.Key})");
        var rows = await TableFaults.ListAsync(_table, filter, count: 2, cancellation);
        return new FoundSession(
            rows.FirstOrDefault(row => row.RowKey == session) is { } found
                ? new Stored<SessionRecord>(Read(found), found.ETag.ToString())
                : null,
            rows.FirstOrDefault(row => row.RowKey == UserRow.Key) is { } user ? UserRow.Read(user) : null);
    }

    private static SessionRecord Read(TableEntity row) => new()
    {
        Id = row.RowKey[RowPrefix.Length..],
        UserName = Text(row, "UserName"),
        Incarnation = Text(row, "Incarnation"),
        Uid = row.GetString("Uid"),
        ExpiresAt = row.GetDateTimeOffset("ExpiresAt").GetValueOrDefault(),
        AccountHash = Text(row, "AccountHash"),
        UserHash = Text(row, "UserHash"),
    };

    private static TableEntity Write(string owner, SessionRecord session) => new(owner, RowPrefix + session.Id)
    {
        ["UserName"] = session.UserName,
        ["Incarnation"] = session.Incarnation,
        ["Uid"] = session.Uid,
        ["ExpiresAt"] = session.ExpiresAt,
        ["AccountHash"] = session.AccountHash,
        ["UserHash"] = session.UserHash,
        [ExpiredRows.PurgeAfterColumn] = session.ExpiresAt,
    };

    private static string Text(TableEntity row, string column) => row.GetString(column) ?? "";
}
