using System.Net;
using System.Net.Sockets;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Limits;

/// <summary>
/// Calls by network address, counted exactly over all instances: one row a network, written on condition. It is asked
/// beside what the call reads anyway, so it adds no round trip in sequence.
/// </summary>
public sealed class CallerWindows
{
    private const int HostBytesOfIPv6 = 8;
    private readonly StateUpdater<CallTimes> _calls;
    private readonly KeyHasher _hasher;

    internal CallerWindows(StateUpdater<CallTimes> calls, KeyHasher hasher) => (_calls, _hasher) = (calls, hasher);

    /// <summary>Counts a call, if it fits.</summary>
    /// <param name="dialect">Whose calls are counted together.</param>
    /// <param name="address">The caller's; of IPv6 the /64 counts, which is what one household or host is given.</param>
    /// <param name="window">How many fit.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>Null, or CallerTooOften or Contended, and the call is not counted.</returns>
    /// <exception cref="StorageUnavailableException">Whether it was counted is not known.</exception>
    public async Task<Failure?> AdmitAsync(
        string dialect, IPAddress address, SlidingWindow window, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var network = KeyOf(dialect, address);
        var admitted = await AdmitAsync(network, await ReadAsync(network, cancellation), window, cancellation);
        return admitted.Failure;
    }

    /// <summary>The key of the row in which calls from this address are counted.</summary>
    internal string KeyOf(string dialect, IPAddress address) =>
        _hasher.Hash("caller network", $"{dialect}\n{NetworkOf(address)}");

    /// <summary>The row, or what this instance knows of it: done at once then.</summary>
    internal Task<Versioned<CallTimes>> ReadAsync(string network, CancellationToken cancellation) =>
        _calls.ReadAsync(network, cancellation);

    /// <summary>Counts a call, if it fits.</summary>
    /// <returns>The row as written; or CallerTooOften or Contended, and the call is not counted.</returns>
    internal Task<Result<CallTimes>> AdmitAsync(
        string network, Versioned<CallTimes> read, SlidingWindow window, CancellationToken cancellation) =>
        _calls.UpdateAsync<CallTimes>(
            network,
            read,
            (calls, now, _) => calls.Admit(window, now) switch
            {
                ({ } next, _) => new(next, next),
                (_, var wait) => new(null, new Failure(FailureCode.CallerTooOften, wait)),
            },
            cancellation);

    private static IPAddress NetworkOf(IPAddress address)
    {
        if (address.IsIPv4MappedToIPv6)
        {
            return address.MapToIPv4();
        }

        if (address.AddressFamily != AddressFamily.InterNetworkV6)
        {
            return address;
        }

        var bytes = address.GetAddressBytes();
        bytes.AsSpan(HostBytesOfIPv6).Clear();
        return new IPAddress(bytes);
    }
}
