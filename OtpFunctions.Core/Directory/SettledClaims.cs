using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Keeps in a claim a copy of its user, so that who asks for an address reads one row (docs/decisions/0005). Whoever
/// writes the user's row unsettles its claims after reading that row and before writing it, and settles them after.
/// </summary>
internal sealed class SettledClaims(IUserStore store, UserKeys keys)
{
    private const int Rounds = 5;

    /// <summary>Who has the address that is claimed so, or null.</summary>
    public async Task<User?> FindHolderAsync(AddressClaim claim, ClaimKey key, CancellationToken cancellation)
    {
        if (claim.User is { } copy && keys.Lists(copy, key))
        {
            return copy;
        }

        return await store.FindAsync(claim.Owner, cancellation) is { Value: var user }
            && claim.IsOf(claim.Owner, user)
            && keys.Lists(user, key)
            ? user
            : null;
    }

    /// <summary>
    /// Takes the copy out. It writes though there be none: a writer from before may be about to put one in, and loses to
    /// this write.
    /// </summary>
    /// <param name="key">Of the address.</param>
    /// <param name="found">The claim, read after the user's row that is to be written.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>It; or Contended.</returns>
    public async Task<Result<HeldClaim>> UnsettleAsync(
        ClaimKey key, Stored<AddressClaim> found, CancellationToken cancellation)
    {
        for (var round = 0; round < Rounds; round++)
        {
            var unsettled = found.Value with { User = null };
            if (await store.TryReplaceClaimAsync(key, unsettled, found.Version, cancellation) is { } version)
            {
                return new HeldClaim(key, unsettled, version, IsNew: false);
            }

            // Gone: another writer of this user was faster, and its version is nobody's any more.
            if (await store.FindClaimAsync(key, cancellation) is not { } now || now.Value.Id != unsettled.Id)
            {
                return new HeldClaim(key, unsettled, found.Version, IsNew: false);
            }

            // Unsettled by another, or by this very write, whose answer was lost: who is late loses to that as well.
            if (now.Value.User is null)
            {
                return new HeldClaim(key, unsettled, now.Version, IsNew: false);
            }

            found = now;
        }

        return new Failure(FailureCode.Contended, TimeSpan.FromSeconds(1));
    }

    /// <summary>
    /// Puts in the user as its row was written. A claim that another has unsettled meanwhile, or that cannot be
    /// written, stays unsettled: who asks for it reads the user's row.
    /// </summary>
    public async Task SettleAsync(IEnumerable<HeldClaim> claims, User user, CancellationToken cancellation)
    {
        foreach (var held in claims)
        {
            try
            {
                await store.TryReplaceClaimAsync(held.Key, held.Claim with { User = user }, held.Version, cancellation);
            }
            catch (StorageUnavailableException)
            {
                // What the caller asked for is done already.
            }
        }
    }
}
