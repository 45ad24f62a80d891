using System.Collections.Concurrent;
using System.Globalization;
using OtpFunctions.Core.Limits.Budgets;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Counters of budgets in memory, which counts how often it is asked; it can be slow or out.</summary>
internal sealed class MemoryBudgetStore : IStateStore<BudgetState>
{
    private readonly ConcurrentDictionary<string, Versioned<BudgetState>> _rows = new();
    private int _loads;
    private int _saves;

    public int Loads => _loads;

    public int Saves => _saves;

    /// <summary>Awaited before each answer.</summary>
    public Func<Task> Before { get; set; } = () => Task.CompletedTask;

    /// <summary>How much was taken of every counter.</summary>
    public IReadOnlyDictionary<string, int> Taken => _rows.ToDictionary(row => row.Key, row => row.Value.State.Taken);

    public static Task OutAsync() => throw new StorageUnavailableException();

    public async Task<Versioned<BudgetState>> LoadAsync(string key, CancellationToken cancellation)
    {
        Interlocked.Increment(ref _loads);
        await Before();
        return _rows.GetValueOrDefault(key) ?? new(BudgetState.None, null, []);
    }

    public async Task<bool> TrySaveAsync(
        string key, Versioned<BudgetState> read, BudgetState next, string change, CancellationToken cancellation)
    {
        var version = Interlocked.Increment(ref _saves).ToString(CultureInfo.InvariantCulture);
        await Before();
        var row = new Versioned<BudgetState>(next, version, [change, .. read.Changes]);
        return read.Version is null
            ? _rows.TryAdd(key, row)
            : _rows.TryGetValue(key, out var current) && current.Version == read.Version && _rows.TryUpdate(key, row, current);
    }
}
