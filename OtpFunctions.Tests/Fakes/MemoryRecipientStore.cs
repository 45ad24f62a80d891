using System.Collections.Concurrent;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Recipients in memory, under the same conditions as the table; its answers can be lost on purpose.</summary>
internal sealed class MemoryRecipientStore : IStateStore<RecipientState>
{
    private readonly ConcurrentDictionary<string, Versioned<RecipientState>> _rows = new();
    private int _version;

    /// <summary>Called before each write; true lets the write land and loses its answer.</summary>
    public Func<bool> LosesAnswer { get; set; } = () => false;

    /// <summary>Called after a write whose answer is lost.</summary>
    public Func<Task> AfterLostAnswer { get; set; } = () => Task.CompletedTask;

    /// <summary>Called before each write; true refuses it as if another writer had come first.</summary>
    public Func<bool> LosesRace { get; set; } = () => false;

    public int Writes => _version;

    public Task<Versioned<RecipientState>> LoadAsync(string key, CancellationToken cancellation) =>
        Task.FromResult(_rows.GetValueOrDefault(key) ?? new(RecipientState.Empty, null, []));

    /// <summary>Deletes the row if it is still this version.</summary>
    public Task<bool> TryDeleteAsync(string key, string version) => Task.FromResult(
        _rows.TryGetValue(key, out var row) && row.Version == version && _rows.TryRemove(new(key, row)));

    public async Task<bool> TrySaveAsync(
        string key, Versioned<RecipientState> read, RecipientState next, string change, CancellationToken cancellation)
    {
        if (LosesRace())
        {
            return false;
        }

        var lost = LosesAnswer();
        var version = Interlocked.Increment(ref _version).ToString(System.Globalization.CultureInfo.InvariantCulture);
        var row = new Versioned<RecipientState>(next, version, [change, .. read.Changes]);
        var written = read.Version is null
            ? _rows.TryAdd(key, row)
            : _rows.TryGetValue(key, out var current) && current.Version == read.Version && _rows.TryUpdate(key, row, current);
        if (lost)
        {
            await AfterLostAnswer();
        }

        return written && !lost;
    }
}
