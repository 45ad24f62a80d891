using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>One instance's way to the rows of networks: it remembers what it knows of them, as it does of the table.</summary>
internal sealed class MemoryNetworkStore(MemoryNetworkRows rows, TimeProvider clock) : IStateStore<CallTimes>
{
    private readonly LastKnown<CallTimes> _known = new(100, calls => calls.PurgeAfter, clock);

    public Task<Versioned<CallTimes>> LoadAsync(string key, CancellationToken cancellation)
    {
        if (_known.Recall(key) is { } supposed)
            return Task.FromResult(supposed);

        var read = rows.Load(key);
        _known.Seen(key, read);
        return Task.FromResult(read);
    }

    public Task<bool> TrySaveAsync(
        string key, Versioned<CallTimes> read, CallTimes next, string change, CancellationToken cancellation)
    {
        if (rows.TrySave(key, read, next, change) is { } written)
        {
            _known.Wrote(key, written);
            return Task.FromResult(true);
        }

        _known.Lost(key);
        return Task.FromResult(false);
    }
}
