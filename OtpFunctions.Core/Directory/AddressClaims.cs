using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Gives an address to one user at most, by its index row (docs/decisions/0005). An address is claimed before the
/// user's row lists it, and let go after the row does not; what a crash leaves between is taken over by the next who
/// wants it.
/// </summary>
internal sealed class AddressClaims(IUserStore store, SettledClaims settled, UserKeys keys, TimeProvider clock)
{
    // Four times as long as a request lives, so that nobody who was given an address is still about to list it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private const int Rounds = 5;

    /// <summary>
    /// Makes ready for a write of the user's row: claims what <paramref name="next"/> lists, and unsettles what
    /// <paramref name="current"/> lists. Read before the row is written: what is claimed anew after that has another id,
    /// and is not let go.
    /// </summary>
    /// <param name="owner">The key of the user's row.</param>
    /// <param name="current">The user as its row was read, or null when there is none.</param>
    /// <param name="next">The user as it shall be, or null when it shall be deleted.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The claims; or what stands in the way, and then nothing is claimed that was not before.</returns>
    public async Task<Result<HeldClaims>> HoldAsync(
        string owner, User? current, User? next, CancellationToken cancellation)
    {
        var listed = current?.Addresses.Select(keys.OfAddress).ToHashSet() ?? [];
        var wanted = next?.Addresses.ToDictionary(keys.OfAddress) ?? [];
        var held = new List<HeldClaim>();
        // First what others may have: a change that is refused for it leaves the claims of the user settled.
        foreach (var key in wanted.Keys.Where(key => !listed.Contains(key)).Concat(listed))
        {
            var found = listed.Contains(key) ? await FindOwnAsync(key, owner, current!, cancellation) : null;
            if (found is null && !wanted.ContainsKey(key))
            {
                continue;
            }

            var one = found is null
                ? await ClaimAsync(owner, next!, wanted[key], cancellation)
                : await settled.UnsettleAsync(key, found, cancellation);
            if (!one.Succeeded)
            {
                await LetGoAsync(held.Where(claim => claim.IsNew && !listed.Contains(claim.Key)), cancellation);
                return one.Failure;
            }

            held.Add(one.Value);
        }

        var byListed = held.ToLookup(claim => wanted.ContainsKey(claim.Key));
        return new HeldClaims([.. byListed[true]], [.. byListed[false]]);
    }

    /// <summary>Deletes the claims that are still the same; what cannot be deleted is left to the next writer.</summary>
    public async Task LetGoAsync(IEnumerable<HeldClaim> claims, CancellationToken cancellation)
    {
        foreach (var claim in claims)
        {
            try
            {
                if (await store.FindClaimAsync(claim.Key, cancellation) is { } found && found.Value.Id == claim.Claim.Id)
                {
                    await store.TryDeleteClaimAsync(claim.Key, found.Version, cancellation);
                }
            }
            catch (StorageUnavailableException)
            {
                // What the caller asked for is decided already, and an index row that nobody lists counts for nothing.
            }
        }
    }

    private async Task<Stored<AddressClaim>?> FindOwnAsync(
        ClaimKey key, string owner, User current, CancellationToken cancellation) =>
        await store.FindClaimAsync(key, cancellation) is { } found && found.Value.IsOf(owner, current) ? found : null;

    // Of an address that the row does not list, or of which it has lost the claim.
    private async Task<Result<HeldClaim>> ClaimAsync(
        string owner, User next, Address address, CancellationToken cancellation)
    {
        var key = keys.OfAddress(address);
        var mine = new AddressClaim(RandomId.Short(), owner, next.Incarnation, clock.GetUtcNow());
        for (var round = 0; round < Rounds; round++)
        {
            if (await store.TryAddClaimAsync(key, mine, cancellation) is { } added)
            {
                return new HeldClaim(key, mine, added, IsNew: true);
            }

            if (await store.FindClaimAsync(key, cancellation) is not { } found)
            {
                continue; // Let go in between.
            }

            if (found.Value.Id == mine.Id)
            {
                return new HeldClaim(key, mine, found.Version, IsNew: false); // Only the answer was lost.
            }

            var isOwn = found.Value.IsOf(owner, next);
            if (!isOwn && await RefusalAsync(found.Value, address, key, cancellation) is { } refusal)
            {
                return refusal;
            }

            // One of the user's own may be on its way out or out of date: it is made anew, as what others left is.
            if (await store.TryReplaceClaimAsync(key, mine, found.Version, cancellation) is { } replaced)
            {
                return new HeldClaim(key, mine, replaced, IsNew: !isOwn);
            }
        }

        return new Failure(FailureCode.Contended, TimeSpan.FromSeconds(1));
    }

    private async Task<Failure?> RefusalAsync(
        AddressClaim claim, Address address, ClaimKey key, CancellationToken cancellation)
    {
        var taken = new Failure(FailureCode.AddressTaken) { Channel = address.Channel };
        if (await settled.FindHolderAsync(claim, key, cancellation) is not null)
        {
            return taken;
        }

        var left = claim.ClaimedAt + Lease - clock.GetUtcNow();
        return left > TimeSpan.Zero ? taken with { RetryAfter = left } : null;
    }
}
