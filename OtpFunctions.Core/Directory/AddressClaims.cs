using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Gives an address to one user at most, by its index row (docs/decisions/0005). An address is claimed before the
/// user's row lists it, and let go after the row does not; what a crash leaves between is taken over by the next who
/// wants it.
/// </summary>
internal sealed class AddressClaims(IUserStore store, UserKeys keys, TimeProvider clock)
{
    // Four times as long as a request lives, so that nobody who was given an address is still about to list it.
    private static readonly TimeSpan Lease = TimeSpan.FromMinutes(1);
    private const int Rounds = 5;

    /// <summary>Claims what <paramref name="next"/> lists, or nothing.</summary>
    /// <param name="owner">The key of the user's row.</param>
    /// <param name="next">The user as it shall be.</param>
    /// <param name="current">The user as its row was read, or null when there is none.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>The failure that stands in the way, or null.</returns>
    public async Task<Failure?> ClaimAsync(string owner, User next, User? current, CancellationToken cancellation)
    {
        var held = new List<HeldClaim>();
        foreach (var address in next.Addresses)
        {
            var claimed = await ClaimAsync(owner, next, address, current, cancellation);
            if (!claimed.Succeeded)
            {
                await LetGoAsync(held.Where(claim => claim.IsNew && !IsListed(current, claim.Key)), cancellation);
                return claimed.Failure;
            }

            held.Add(claimed.Value);
        }

        return null;
    }

    /// <summary>
    /// The claims on what <paramref name="current"/> lists and <paramref name="next"/> does not. Read before the row is
    /// written: what is claimed anew after that has another id, and is not let go.
    /// </summary>
    public async Task<IReadOnlyList<HeldClaim>> FindLeavingAsync(
        string owner, User current, User? next, CancellationToken cancellation)
    {
        var leaving = new List<HeldClaim>();
        foreach (var key in current.Addresses.Select(keys.OfAddress))
        {
            if ((next is null || !keys.Lists(next, key))
                && await store.FindClaimAsync(key, cancellation) is { } found
                && found.Value.IsOf(owner, current))
            {
                leaving.Add(new HeldClaim(key, found.Value.Id, IsNew: false));
            }
        }

        return leaving;
    }

    /// <summary>Deletes the claims that are still the same; what cannot be deleted is left to the next writer.</summary>
    public async Task LetGoAsync(IEnumerable<HeldClaim> claims, CancellationToken cancellation)
    {
        foreach (var claim in claims)
        {
            try
            {
                if (await store.FindClaimAsync(claim.Key, cancellation) is { } found && found.Value.Id == claim.Id)
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

    private async Task<Result<HeldClaim>> ClaimAsync(
        string owner, User next, Address address, User? current, CancellationToken cancellation)
    {
        var key = keys.OfAddress(address);
        var mine = new AddressClaim(RandomId.Short(), owner, next.Incarnation, clock.GetUtcNow());
        for (var round = 0; round < Rounds; round++)
        {
            if (await store.TryAddClaimAsync(key, mine, cancellation))
            {
                return new HeldClaim(key, mine.Id, IsNew: true);
            }

            if (await store.FindClaimAsync(key, cancellation) is not { } found)
            {
                continue; // Let go in between.
            }

            var isOwn = found.Value.IsOf(owner, next);
            if (isOwn && IsSafe(found.Value, mine, current, key))
            {
                return new HeldClaim(key, found.Value.Id, IsNew: false);
            }

            if (!isOwn && await RefusalAsync(found.Value, address, key, cancellation) is { } refusal)
            {
                return refusal;
            }

            if (await store.TryReplaceClaimAsync(key, mine, found.Version, cancellation))
            {
                return new HeldClaim(key, mine.Id, IsNew: !isOwn);
            }
        }

        return new Failure(FailureCode.Contended, TimeSpan.FromSeconds(1));
    }

    // A claim of one's own that the row does not list may be on its way out or out of date: it is made anew. One that
    // the row lists stays as long as the row does. And mine is mine: only the answer was lost.
    private bool IsSafe(AddressClaim found, AddressClaim mine, User? current, string key) =>
        found.Id == mine.Id || IsListed(current, key);

    private bool IsListed(User? current, string key) => current is not null && keys.Lists(current, key);

    private async Task<Failure?> RefusalAsync(
        AddressClaim claim, Address address, string key, CancellationToken cancellation)
    {
        var taken = new Failure(FailureCode.AddressTaken) { Channel = address.Channel };
        if (await store.FindAsync(claim.Owner, cancellation) is { } owner
            && claim.IsOf(claim.Owner, owner.Value)
            && keys.Lists(owner.Value, key))
        {
            return taken;
        }

        var left = claim.ClaimedAt + Lease - clock.GetUtcNow();
        return left > TimeSpan.Zero ? taken with { RetryAfter = left } : null;
    }
}
