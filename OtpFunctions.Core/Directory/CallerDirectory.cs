using System.Diagnostics.CodeAnalysis;
using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// The callers: made, asked for, changed and known by their tokens. What is changed or deleted holds at once, on every
/// instance: rows are read at each call or vouched for by a row that a change rewrites.
/// </summary>
public sealed class CallerDirectory
{
    /// <summary>Permissions of one caller.</summary>
    public const int MostPermissions = 32;

    private const int LongestPermission = 64;
    private const string Purpose = "caller";
    private static readonly Failure Unknown = new(FailureCode.CallerUnknown);
    private readonly IDirectoryStore<Caller> _store;
    private readonly CallerPasses _passes;
    private readonly KeyHasher _hasher;
    private readonly TimeProvider _clock;

    internal CallerDirectory(IDirectoryStore<Caller> store, CallerPasses passes, KeyHasher hasher, TimeProvider clock) =>
        (_store, _passes, _hasher, _clock) = (store, passes, hasher, clock);

    /// <summary>Whether this is the shape of a permission's name: 1 to 64 of a-z, 0-9 and '_'.</summary>
    /// <param name="text">Anything.</param>
    public static bool IsPermission([NotNullWhen(true)] string? text) =>
        text is { Length: > 0 and <= LongestPermission }
        && text.All(one => char.IsAsciiLetterLower(one) || char.IsAsciiDigit(one) || one == '_');

    /// <summary>Whether this is the shape of an id: 32 lower-case hex digits.</summary>
    /// <param name="id">Anything.</param>
    public static bool IsId([NotNullWhen(true)] string? id) => AccessToken.IsId(id);

    /// <summary>The caller whose token this is, or CallerUnknown.</summary>
    /// <param name="token">Whatever the caller gave.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    internal async Task<Result<Stored<Caller>>> AuthenticateAsync(string token, CancellationToken cancellation) =>
        AccessToken.TryParse(token, out var given)
        && await _store.FindAsync(given.Id, cancellation) is { } found
        && given.IsHashedAs(found.Value.SecretHash, _hasher, Purpose)
            ? found
            : Unknown;

    /// <summary>Makes a caller.</summary>
    /// <param name="name">What people will call it.</param>
    /// <param name="permissions">What it may do.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>It, with its token.</returns>
    /// <exception cref="StorageUnavailableException">Whether it was made is not known.</exception>
    public async Task<NewCaller> CreateAsync(
        string name, IEnumerable<string> permissions, CancellationToken cancellation)
    {
        var token = AccessToken.New();
        var caller = new Caller(
            token.Id, name, _clock.GetUtcNow(), InOrder(permissions), token.HashBy(_hasher, Purpose));
        // Nobody else has this id: a conflict is this very row, its first answer lost.
        await _store.TryAddAsync(caller, cancellation);
        return new NewCaller(caller, token.Text);
    }

    /// <summary>The caller, or CallerUnknown.</summary>
    /// <param name="id">Its id.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<Caller>> FindAsync(string id, CancellationToken cancellation) =>
        await _store.FindAsync(id, cancellation) is { } found ? found.Value : Unknown;

    /// <summary>A page of callers, in the order of their ids.</summary>
    /// <param name="after">The last id of the page before, or null.</param>
    /// <param name="count">How many at most.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public Task<IReadOnlyList<Caller>> ListAsync(string? after, int count, CancellationToken cancellation) =>
        _store.ListAsync(after, count, cancellation);

    /// <summary>Replaces what it may do; holds when this returns.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="permissions">All it may do from now on.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it was changed is not known.</exception>
    public Task<Result<Caller>> SetPermissionsAsync(
        string id, IEnumerable<string> permissions, CancellationToken cancellation)
    {
        var ordered = InOrder(permissions);
        return ChangeAsync(id, caller => caller.With(permissions: ordered), cancellation);
    }

    /// <summary>Gives a new token; the old one is dead when this returns.</summary>
    /// <param name="id">Whose.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it was changed is not known.</exception>
    public async Task<Result<NewCaller>> RotateTokenAsync(string id, CancellationToken cancellation)
    {
        var token = AccessToken.New(id);
        var hash = token.HashBy(_hasher, Purpose);
        var changed = await ChangeAsync(id, caller => caller.With(secretHash: hash), cancellation);
        return changed.Select(caller => new NewCaller(caller, token.Text));
    }

    /// <summary>Deletes it; its token is dead when this returns.</summary>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Whether it is gone is not known.</exception>
    public async Task<Result<Caller>> DeleteAsync(string id, CancellationToken cancellation)
    {
        // Its row names the networks that vouch for it: it goes when they no longer do.
        var closed = await ChangeAsync(id, caller => caller.With(permissions: [], secretHash: ""), cancellation);
        return closed.Succeeded ? await _store.RemoveAsync(id, Unknown, cancellation) : closed;
    }

    private async Task<Result<Caller>> ChangeAsync(
        string id, Func<Caller, Caller> change, CancellationToken cancellation)
    {
        var changed = await _store.ChangeAsync(id, change, Unknown, cancellation);
        return changed.Succeeded && await _passes.WithdrawAsync(changed.Value, cancellation) is { } left ? left : changed;
    }

    private static string[] InOrder(IEnumerable<string> permissions) =>
        [.. permissions.Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)];
}
