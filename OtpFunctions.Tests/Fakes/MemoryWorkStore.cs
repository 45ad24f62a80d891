using System.Collections.Concurrent;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Used challenges in memory, which counts how often it is asked; it can be slow to agree, lossy or out.</summary>
internal sealed class MemoryWorkStore : IStateStore<UsedWork>
{
    private readonly ConcurrentDictionary<string, Versioned<UsedWork>> _rows = new();
    private int _calls;

    /// <summary>Loads and saves together.</summary>
    public int Calls => _calls;

    /// <summary>Lets the write land and loses its answer.</summary>
    public bool LosesAnswer { get; set; }

    /// <summary>Refuses each write as if another had come first.</summary>
    public bool LosesRace { get; set; }

    public bool IsOut { get; set; }

    public Task<Versioned<UsedWork>> LoadAsync(string key, CancellationToken cancellation)
    {
        Count();
        return Task.FromResult(_rows.GetValueOrDefault(key) ?? new(UsedWork.None, null, []));
    }

    public Task<bool> TrySaveAsync(
        string key, Versioned<UsedWork> read, UsedWork next, string change, CancellationToken cancellation)
    {
        Count();
        Assert.Null(read.Version);
        return Task.FromResult(
            !LosesRace && _rows.TryAdd(key, new(next, "1", [change])) && !LosesAnswer);
    }

    private void Count()
    {
        Interlocked.Increment(ref _calls);
        if (IsOut)
        {
            throw new StorageUnavailableException();
        }
    }
}
