using Azure.Data.Tables;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Core.Storage;

/// <summary>One row a caller, in a partition of its own.</summary>
internal sealed class CallerTable(Tables tables) : ICallerStore
{
    private const string Row = "caller";

    public async Task<Stored<Caller>?> FindAsync(string id, CancellationToken cancellation) =>
        await TableFaults.FindAsync(tables.Callers, id, Row, cancellation) is { } row
            ? new Stored<Caller>(Read(row), row.ETag.ToString())
            : null;

    public async Task<IReadOnlyList<Caller>> ListAsync(string? after, int count, CancellationToken cancellation)
    {
        var filter = after is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {after}");
        return [.. (await TableFaults.ListAsync(tables.Callers, filter, count, cancellation)).Select(Read)];
    }

    public Task<bool> TryAddAsync(Caller caller, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(tables.Callers, Write(caller), cancellation);

    public Task<bool> TryReplaceAsync(Caller caller, string version, CancellationToken cancellation) =>
        TableFaults.TryReplaceAsync(tables.Callers, Write(caller), version, cancellation);

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(tables.Callers, id, Row, version, cancellation);

    private static Caller Read(TableEntity row) => new(
        row.PartitionKey,
        row.GetString("Name") ?? "",
        row.GetDateTimeOffset("CreatedAt").GetValueOrDefault(),
        (row.GetString("Permissions") ?? "").Split(' ', StringSplitOptions.RemoveEmptyEntries),
        row.GetString("SecretHash") ?? "");

    private static TableEntity Write(Caller caller) => new(caller.Id, Row)
    {
        ["Name"] = caller.Name,
        ["CreatedAt"] = caller.CreatedAt,
        ["Permissions"] = string.Join(' ', caller.Permissions),
        ["SecretHash"] = caller.SecretHash,
    };
}
