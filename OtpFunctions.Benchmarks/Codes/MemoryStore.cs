using System.Globalization;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Benchmarks.Codes;

/// <summary>States in memory, under the conditions of the table: a write needs the version that was read.</summary>
/// <param name="empty">What is read where nothing was written.</param>
/// <typeparam name="TState">Of which a row is one.</typeparam>
internal sealed class MemoryStore<TState>(TState empty) : IStateStore<TState>
    where TState : class
{
    private const int ChangesKept = 8;
    private readonly Dictionary<string, Versioned<TState>> _rows = [];
    private readonly Lock _gate = new();
    private long _version;

    public Task<Versioned<TState>> LoadAsync(string key, CancellationToken cancellation) => Task.FromResult(Find(key));

    public Task<bool> TrySaveAsync(
        string key, Versioned<TState> read, TState next, string change, CancellationToken cancellation)
    {
        var version = Interlocked.Increment(ref _version).ToString(CultureInfo.InvariantCulture);
        string[] changes = [change, .. read.Changes.AsSpan(0, Math.Min(read.Changes.Length, ChangesKept - 1))];
        lock (_gate)
        {
            var isAsRead = _rows.GetValueOrDefault(key)?.Version == read.Version;
            if (isAsRead)
            {
                _rows[key] = new Versioned<TState>(next, version, changes);
            }

            return Task.FromResult(isAsRead);
        }
    }

    /// <summary>The row as it is now.</summary>
    public Versioned<TState> Find(string key)
    {
        lock (_gate)
        {
            return _rows.GetValueOrDefault(key) ?? new Versioned<TState>(empty, null, []);
        }
    }

    /// <summary>The row as it was.</summary>
    public void Reset(string key, Versioned<TState> row)
    {
        lock (_gate)
        {
            _rows[key] = row;
        }
    }
}
