using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Azure.Data.Tables;

namespace OtpFunctions.Core.Storage;

/// <summary>One row a state (docs/decisions/0001): its key is its partition, so that no two ever wait for each other.</summary>
/// <param name="table">Where the rows are.</param>
/// <param name="json">How a state is written.</param>
/// <param name="empty">What is read where nothing was written.</param>
/// <param name="purgeAfter">From when on a state does not matter any more, Unix milliseconds.</param>
/// <param name="known">Saves reads of rows that mostly this instance alone writes to; null reads always.</param>
/// <typeparam name="TState">An immutable state that rules decide on.</typeparam>
internal sealed class StateTable<TState>(
    TableClient table,
    JsonTypeInfo<TState> json,
    TState empty,
    Func<TState, long> purgeAfter,
    LastKnown<TState>? known = null) : IStateStore<TState>
    where TState : class
{
    private const string StateColumn = "State";
    private const string ChangesColumn = "Changes";
    private const int ChangesKept = 8;

    public async Task<Versioned<TState>> LoadAsync(string key, CancellationToken cancellation)
    {
        if (known?.Recall(key) is { } supposed)
        {
            return supposed;
        }

        var read = Read(await TableFaults.FindAsync(table, key, StateTables.Row, cancellation));
        known?.Seen(key, read);
        return read;
    }

    public async Task<bool> TrySaveAsync(
        string key, Versioned<TState> read, TState next, string change, CancellationToken cancellation)
    {
        string[] changes = [.. read.Changes.Prepend(change).Take(ChangesKept)];
        var row = new TableEntity(key, StateTables.Row)
        {
            [StateColumn] = JsonSerializer.SerializeToUtf8Bytes(next, json),
            [ChangesColumn] = string.Join(' ', changes),
            [ExpiredRows.PurgeAfterColumn] = DateTimeOffset.FromUnixTimeMilliseconds(purgeAfter(next)),
        };
        var version = read.Version is null
            ? await TableFaults.AddVersionAsync(table, row, cancellation)
            : await TableFaults.ReplaceVersionAsync(table, row, read.Version, cancellation);
        if (version is null)
        {
            known?.Lost(key);
            return false;
        }

        known?.Wrote(key, new Versioned<TState>(next, version, changes));
        return true;
    }

    /// <summary>What a row says; the empty state where there is none.</summary>
    public Versioned<TState> Read(TableEntity? row)
    {
        if (row is null)
        {
            return new Versioned<TState>(empty, null, []);
        }

        var state = JsonSerializer.Deserialize(row.GetBinary(StateColumn), json);
        return new Versioned<TState>(
            state ?? empty, row.ETag.ToString(), row.GetString(ChangesColumn)?.Split(' ') ?? []);
    }
}
