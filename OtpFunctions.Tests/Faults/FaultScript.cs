using System.Collections.Concurrent;
using System.Security.Cryptography;

namespace OtpFunctions.Tests.Faults;

/// <summary>
/// What one call's requests to the storage meet. They are told from those of all other calls by the trace that the call
/// begins and that the service carries on to the storage (W3C Trace Context).
/// </summary>
/// <param name="request">Which of them: "PUT recipients"; or *, all.</param>
/// <param name="fault">What they meet; null: nothing, they are only noted.</param>
/// <param name="count">How many of them in a row.</param>
/// <param name="skip">How many before are let through.</param>
internal sealed class FaultScript(string request, StorageFault? fault, int count = int.MaxValue, int skip = 0)
{
    private long _asked;
    private int _struck;

    public string Trace { get; } = RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>The header that begins the trace.</summary>
    public (string Name, string Value) Header =>
        ("traceparent", $"00-{Trace}-{RandomNumberGenerator.GetHexString(16, lowercase: true)}-01");

    /// <summary>Every request of the call, in order.</summary>
    public ConcurrentQueue<string> Requests { get; } = new();

    /// <summary>How often the fault happened: a test of a fault that did not proves nothing.</summary>
    public int Struck => Volatile.Read(ref _struck);

    public StorageFault? Next(string asked)
    {
        Requests.Enqueue(asked);
        if (fault is null || (request != "*" && asked != request))
            return null;

        var nth = Interlocked.Increment(ref _asked);
        if (nth <= skip || nth - skip > count)
            return null;

        Interlocked.Increment(ref _struck);
        return fault;
    }
}
