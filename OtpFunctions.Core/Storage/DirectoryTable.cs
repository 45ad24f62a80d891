using Azure.Data.Tables;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Storage;

/// <summary>One row an id, in a partition of its own, so that none ever waits for another.</summary>
/// <param name="table">Where the rows are.</param>
/// <param name="row">The row key of them all.</param>
/// <typeparam name="T">What a row says.</typeparam>
internal abstract class DirectoryTable<T>(TableClient table, string row) : IDirectoryStore<T>
    where T : class
{
    // What is no id names nobody, and may hold what a key may not.
    public async Task<Stored<T>?> FindAsync(string id, CancellationToken cancellation) =>
        RandomId.IsHex(id) && await TableFaults.FindAsync(table, id, row, cancellation) is { } found
            ? new Stored<T>(Read(found), found.ETag.ToString())
            : null;

    public async Task<IReadOnlyList<T>> ListAsync(string? after, int count, CancellationToken cancellation)
    {
        var filter = after is null ? null : TableClient.CreateQueryFilter($"PartitionKey gt {after}");
        return [.. (await TableFaults.ListAsync(table, filter, count, cancellation)).Select(Read)];
    }

    public Task<bool> TryAddAsync(T value, CancellationToken cancellation) =>
        TableFaults.TryAddAsync(table, Entity(value), cancellation);

    public Task<bool> TryReplaceAsync(T value, string version, CancellationToken cancellation) =>
        TableFaults.TryReplaceAsync(table, Entity(value), version, cancellation);

    public Task<bool> TryDeleteAsync(string id, string version, CancellationToken cancellation) =>
        TableFaults.TryDeleteAsync(table, id, row, version, cancellation);

    protected static string Text(TableEntity from, string column) => from.GetString(column) ?? "";

    protected abstract string IdOf(T value);

    protected abstract T Read(TableEntity from);

    protected abstract void Write(T value, TableEntity to);

    private TableEntity Entity(T value)
    {
        var entity = new TableEntity(IdOf(value), row);
        Write(value, entity);
        return entity;
    }
}
