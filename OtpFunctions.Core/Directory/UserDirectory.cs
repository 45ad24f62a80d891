using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// The users in the tables: made, asked for and changed. A name and an address each have one user at most, whoever
/// races and wherever a writer dies (docs/decisions/0005). There is no renaming: who has another name is another user.
/// </summary>
public sealed class UserDirectory : IUserDirectory
{
    private const int Rounds = 8;
    private static readonly Failure Unknown = new(FailureCode.UserUnknown);
    private static readonly Failure NameTaken = new(FailureCode.UserNameTaken);
    private static readonly Failure Contended = new(FailureCode.Contended, TimeSpan.FromSeconds(1));
    private readonly IUserStore _store;
    private readonly UserKeys _keys;
    private readonly SettledClaims _settled;
    private readonly AddressClaims _claims;
    private readonly TimeProvider _clock;

    internal UserDirectory(IUserStore store, KeyHasher hasher, TimeProvider clock)
    {
        (_store, _keys, _clock) = (store, new UserKeys(hasher), clock);
        _settled = new SettledClaims(store, _keys);
        _claims = new AddressClaims(store, _settled, _keys, clock);
    }

    /// <summary>Whether this is the shape of a <see cref="PageKeyOf"/>: 43 characters of base64url.</summary>
    /// <param name="text">Anything.</param>
    public static bool IsPageKey(string text) => UserKeys.IsKey(text);

    /// <summary>What the page after this user is asked for with.</summary>
    /// <param name="user">The last of a page.</param>
    public string PageKeyOf(User user)
    {
        ArgumentNullException.ThrowIfNull(user);
        return _keys.OfName(user.Name);
    }

    /// <inheritdoc/>
    public async Task<User?> FindByNameAsync(string name, CancellationToken cancellation) =>
        (await FindAsync(name, cancellation))?.Value;

    /// <inheritdoc/>
    public Task<User?> FindByAddressAsync(Address address, CancellationToken cancellation) =>
        FindByAddressAsync(address, begun: null, cancellation);

    /// <inheritdoc/>
    public async Task<User?> FindByAddressAsync(Address address, RecipientRead? begun, CancellationToken cancellation)
    {
        ArgumentNullException.ThrowIfNull(address);
        var key = _keys.OfAddress(address);
        var finding = begun?.Of(key) ?? _store.FindClaimAsync(key, cancellation);
        return await finding is { Value: var claim }
            ? await _settled.FindHolderAsync(claim, key, cancellation)
            : null;
    }

    /// <summary>A page of users, in the order of their keys, which says nothing about their names.</summary>
    /// <param name="after">The <see cref="PageKeyOf"/> the last user of the page before, or null.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public Task<IReadOnlyList<User>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        _store.ListAsync(after, count, cancellation);

    /// <summary>Makes a user; or UserNameTaken, or AddressTaken with the channel.</summary>
    /// <param name="name">As <see cref="UserName.TryParse"/> gave it.</param>
    /// <param name="email">Where e-mail reaches it, or null.</param>
    /// <param name="phone">Where text messages reach it, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it was made is not known.</exception>
    public async Task<Result<User>> CreateAsync(
        string name, EmailAddress? email, PhoneNumber? phone, CancellationToken cancellation)
    {
        var key = _keys.OfName(name);
        if (await _store.FindAsync(key, cancellation) is not null)
        {
            return NameTaken;
        }

        var user = new User(name, email, phone) { Incarnation = RandomId.Short() };
        var held = await _claims.HoldAsync(owner: key, current: null, user, cancellation);
        if (!held.Succeeded)
        {
            return held.Failure;
        }

        // Who is told of a conflict and finds its own user made it; only the answer was lost.
        if (await _store.TryAddAsync(key, user, cancellation)
            || (await _store.FindAsync(key, cancellation))?.Value.Incarnation == user.Incarnation)
        {
            await _settled.SettleAsync(held.Value.Listed, user, cancellation);
            return user;
        }

        // Another came first by a moment. Nobody else can list what this incarnation claimed.
        await _claims.LetGoAsync(held.Value.Listed, cancellation);
        return NameTaken;
    }

    /// <summary>Replaces both addresses of a user; or UserUnknown, or AddressTaken with the channel.</summary>
    /// <param name="name">Whose.</param>
    /// <param name="email">Where e-mail reaches it from now on, or null.</param>
    /// <param name="phone">Where text messages reach it from now on, or null.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether they were replaced is not known.</exception>
    public async Task<Result<User>> SetAddressesAsync(
        string name, EmailAddress? email, PhoneNumber? phone, CancellationToken cancellation)
    {
        var leaving = new List<HeldClaim>();
        for (var round = 1; round <= Rounds; round++)
        {
            if (await FindAsync(name, cancellation) is not { Value: var current, Version: var version })
            {
                return Unknown;
            }

            var key = _keys.OfName(current.Name);
            var next = new User(current.Name, email, phone) { Incarnation = current.Incarnation };
            var held = await _claims.HoldAsync(key, current, next, cancellation);
            if (!held.Succeeded)
            {
                return held.Failure;
            }

            leaving.AddRange(held.Value.Leaving);
            if (await _store.TryReplaceAsync(key, next, version, cancellation))
            {
                await _claims.LetGoAsync(leaving, cancellation);
                await _settled.SettleAsync(held.Value.Listed, next, cancellation);
                return next;
            }

            await RetryPause.WaitAsync(round, _clock, cancellation);
        }

        return Contended;
    }

    /// <summary>Deletes a user; its addresses are free and its sessions dead when this returns.</summary>
    /// <param name="name">Which.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it is gone is not known.</exception>
    public async Task<Result<User>> DeleteAsync(string name, CancellationToken cancellation)
    {
        User? first = null;
        var leaving = new List<HeldClaim>();
        for (var round = 1; round <= Rounds; round++)
        {
            var found = await FindAsync(name, cancellation);
            if (found is null && first is null)
            {
                return Unknown;
            }

            first ??= found!.Value;
            // Gone, or another of the name: this one was deleted, by a write whose answer was lost or by somebody else.
            if (found is null || found.Value.Incarnation != first.Incarnation)
            {
                await _claims.LetGoAsync(leaving, cancellation);
                return first;
            }

            var key = _keys.OfName(first.Name);
            var held = await _claims.HoldAsync(key, found.Value, next: null, cancellation);
            if (!held.Succeeded)
            {
                return held.Failure;
            }

            leaving.AddRange(held.Value.Leaving);
            if (await _store.TryDeleteAsync(key, found.Version, cancellation))
            {
                await _claims.LetGoAsync(leaving, cancellation);
                return first;
            }

            await RetryPause.WaitAsync(round, _clock, cancellation);
        }

        return Contended;
    }

    private async Task<Stored<User>?> FindAsync(string name, CancellationToken cancellation) =>
        UserName.TryParse(name, out var known) ? await _store.FindAsync(_keys.OfName(known), cancellation) : null;
}
