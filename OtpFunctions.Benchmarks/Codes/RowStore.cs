using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Codes;

/// <summary>
/// States in memory under the conditions of the table, each as the bytes its row holds: reading and writing them is part
/// of what is measured, as it is part of every call.
/// </summary>
/// <param name="json">How a state is written.</param>
/// <param name="empty">What is read where nothing was written.</param>
/// <typeparam name="TState">Of which a row is one.</typeparam>
internal sealed class RowStore<TState>(JsonTypeInfo<TState> json, TState empty) : IStateStore<TState>
    where TState : class
{
    private const int ChangesKept = 8;
    private readonly Dictionary<string, Row> _rows = [];
    private readonly Lock _gate = new();
    private long _version;

    public Task<Versioned<TState>> LoadAsync(string key, CancellationToken cancellation) => Task.FromResult(
        Find(key) is { } row
            ? new Versioned<TState>(JsonSerializer.Deserialize(row.State, json) ?? empty, row.Version, row.Changes.Split(' '))
            : new Versioned<TState>(empty, null, []));

    public Task<bool> TrySaveAsync(
        string key, Versioned<TState> read, TState next, string change, CancellationToken cancellation)
    {
        var row = new Row(
            JsonSerializer.SerializeToUtf8Bytes(next, json),
            string.Join(' ', read.Changes.Prepend(change).Take(ChangesKept)),
            Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture));
        lock (_gate)
        {
            var isAsRead = _rows.GetValueOrDefault(key)?.Version == read.Version;
            if (isAsRead)
            {
                _rows[key] = row;
            }

            return Task.FromResult(isAsRead);
        }
    }

    /// <summary>What the row holds, to be put back.</summary>
    public Row? Find(string key)
    {
        lock (_gate)
        {
            return _rows.GetValueOrDefault(key);
        }
    }

    /// <summary>The row as it was.</summary>
    public void Reset(string key, Row row)
    {
        lock (_gate)
        {
            _rows[key] = row;
        }
    }
}
