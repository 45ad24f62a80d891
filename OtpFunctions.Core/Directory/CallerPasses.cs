using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Lets the row of a network, which each call writes anyway, vouch for the callers that were found good there, so that
/// their rows need not be read (docs/decisions/0022). What is withdrawn is void at once: a call's write is conditional on
/// the version in which the pass stood.
/// </summary>
internal sealed class CallerPasses(
    StateUpdater<CallTimes> networks, IDirectoryStore<Caller> callers, KeyHasher hasher)
{
    private const string Purpose = "caller pass";
    private static readonly TimeSpan Lifetime = TimeSpan.FromHours(24);

    // Clocks differ: a network is named for longer than its pass is good.
    private static readonly TimeSpan Named = 2 * Lifetime;

    /// <summary>What stands in a network's row for this token with this permission.</summary>
    public string KeyOf(string token, string permission) => hasher.Hash(Purpose, $"{permission}\n{token}");

    /// <summary>
    /// Makes a pass for a caller who was just found good. The order is what keeps it from outliving the caller's rights:
    /// the network's version is known before the caller's row is written, which names the network and shows that the
    /// caller is still who was read; who changes the caller after that finds the network named and writes its row, and
    /// then the pass, which is written on the version known before, is too late.
    /// </summary>
    /// <param name="caller">As read.</param>
    /// <param name="network">The key of the network's row, which this call has written.</param>
    /// <param name="pass">Its <see cref="KeyOf"/>.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public async Task GrantAsync(
        Stored<Caller> caller, string network, string pass, CancellationToken cancellation)
    {
        try
        {
            var row = await networks.ReadAsync(network, cancellation);
            var now = networks.Clock.GetUtcNow();
            var until = (now + Lifetime).ToUnixTimeMilliseconds();
            if (caller.Value.CallingFrom(network, now.ToUnixTimeMilliseconds(), (now - Named).ToUnixTimeMilliseconds())
                    is { } named
                && await callers.TryReplaceAsync(named, caller.Version, cancellation))
            {
                await networks.UpdateAsync<CallTimes>(
                    network,
                    row,
                    (calls, time, _) => new(calls.Vouch(new Pass(pass, until), time), calls, IsIdle: true),
                    cancellation);
            }
        }
        catch (StorageUnavailableException)
        {
            // The caller was found good without it, and the next call tries again.
        }
    }

    /// <summary>Makes all passes of a caller void whose row, as just written, no longer bears them out.</summary>
    /// <returns>Contended, and passes may be left; or null.</returns>
    /// <exception cref="StorageUnavailableException">Passes may be left.</exception>
    public async Task<Failure?> WithdrawAsync(Caller caller, CancellationToken cancellation)
    {
        foreach (var network in caller.Networks)
        {
            // Also where there is none: one may be about to be written.
            var withdrawn = await networks.UpdateAsync<CallTimes>(
                network.Key, (calls, _, _) => new(calls.VouchForNobody(), calls), cancellation);
            if (!withdrawn.Succeeded)
            {
                return withdrawn.Failure;
            }
        }

        return null;
    }
}
