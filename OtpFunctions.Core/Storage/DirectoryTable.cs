using Azure.Data.Tables;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Storage;

/// <summary>One row an id, in a partition of its own, so that none ever waits for another.</summary>
/// <typeparam name="T">What a row says.</typeparam>
internal abstract class DirectoryTable<T> : IDirectoryStore<T>
    where T : class
{
    private readonly TableClient _table;
    private readonly string _row;
    private readonly SharedReads<Stored<T>?> _reads;

    protected DirectoryTable(TableClient table, string row) =>
        (_table, _row, _reads) = (table, row, new(ReadAsync));

    // What is no id names nobody, and may hold what a key may not. The guard is for who gives up waiting for a shared read.
    public Task<Stored<T>?> FindAsync(string id, CancellationToken cancellation) => RandomId.IsHex(id)
        ? TableFaults.GuardAsync(() => _reads.ReadAsync(id, cancellation))
        : Task.FromResult<Stored<T>?>(null);

    public async Task<IReadOnlyList<T>> ListAsync(string? after, int count, CancellationToken cancellation)
    {
        var filter = after is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {after}");
        return [.. (await TableFaults.ListAsync(_table, filter, count, cancellation)).Select(Read)];
    }

    public Task<bool> TryAddAsync(T value, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(_table, Entity(value), cancellation);

    public Task<bool> TryReplaceAsync(T value, string version, CancellationToken cancellation) =>
        TableFaults.TryReplaceAsync(_table, Entity(value), version, cancellation);

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(_table, id, _row, version, cancellation);

    protected static string Text(TableEntity from, string column) => from.GetString(column) ?? "";

    protected abstract string IdOf(T value);

    protected abstract T Read(TableEntity from);

    protected abstract void Write(T value, TableEntity to);

    private async Task<Stored<T>?> ReadAsync(string id, CancellationToken cancellation) =>
        await TableFaults.FindAsync(_table, id, _row, cancellation) is { } found
            ? new Stored<T>(Read(found), found.ETag.ToString())
            : null;

    private TableEntity Entity(T value)
    {
        var entity = new TableEntity(IdOf(value), _row);
        Write(value, entity);
        return entity;
    }
}
