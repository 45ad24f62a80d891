using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Callers and networks in memory, and instances on them that count what they ask.</summary>
internal sealed class CallerRows
{
    public ManualClock Clock { get; } = new();

    public MemoryCallerStore Callers { get; } = new();

    public MemoryNetworkRows Networks { get; } = new();

    /// <summary>An instance that knows nothing yet, and its own way to the networks' rows.</summary>
    public (CallerBench Bench, MemoryNetworkStore Networks) NewInstance()
    {
        var networks = new MemoryNetworkStore(Networks, new SkewedClock(Clock));
        return (BenchOn(Callers, networks), networks);
    }

    /// <summary>The same instance with its operations done in another way.</summary>
    public CallerBench BenchOn(IDirectoryStore<Caller> callers, IStateStore<CallTimes> networks) =>
        new(callers, networks, new SkewedClock(Clock));
}
