using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Who is signed in: sessions opened, known by their tokens and closed. The session's row and its user are read at each
/// check, so a session that is closed and a session whose user is gone are dead at once, on every instance.
/// </summary>
public sealed class SessionDirectory
{
    private const string AccountPurpose = "session-account";
    private const string UserPurpose = "session-user";
    private static readonly Failure Expired = new(FailureCode.SessionExpired);
    private readonly IDirectoryStore<SessionRecord> _store;
    private readonly IUserDirectory _users;
    private readonly KeyHasher _hasher;
    private readonly TimeProvider _clock;

    internal SessionDirectory(IDirectoryStore<SessionRecord> store, IUserDirectory users, KeyHasher hasher, TimeProvider clock) =>
        (_store, _users, _hasher, _clock) = (store, users, hasher, clock);

    /// <summary>
    /// The session whose token this is, or SessionExpired: wrong, closed, expired, or of a user who is gone, nobody is
    /// told which.
    /// </summary>
    /// <param name="token">Whatever the caller gave: an account's token or a user's.</param>
    /// <param name="supposed">
    /// Whose it is said to be. That user is read beside the session, which may be another's all the same; who has no
    /// session is answered without waiting for it.
    /// </param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<Result<Session>> FindAsync(string token, string supposed, CancellationToken cancellation)
    {
        if (!AccessToken.TryParse(token, out var given))
        {
            return Expired;
        }

        var reading = _users.FindByNameAsync(supposed, cancellation);
        reading.Forget();
        if (await _store.FindAsync(given.Id, cancellation) is not { Value: var record }
            || KindOf(given, record) is not { } kind
            || record.ExpiresAt <= _clock.GetUtcNow())
        {
            return Expired;
        }

        var user = await (record.UserName == supposed ? reading : _users.FindByNameAsync(record.UserName, cancellation));
        return user is not null && user.Incarnation == record.Incarnation ? new Session(record, user, kind) : Expired;
    }

    /// <summary>Opens a session, or UserUnknown.</summary>
    /// <param name="userName">For whom.</param>
    /// <param name="uid">The user within the account, or null for a session of the account alone.</param>
    /// <param name="lifetime">How long its tokens are good.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>It, with its tokens.</returns>
    /// <exception cref="StorageUnavailableException">It may be open, but nobody has its tokens.</exception>
    public async Task<Result<NewSession>> OpenAsync(
        string userName, string? uid, TimeSpan lifetime, CancellationToken cancellation)
    {
        if (await _users.FindByNameAsync(userName, cancellation) is not { } user)
        {
            return new Failure(FailureCode.UserUnknown);
        }

        var account = AccessToken.New();
        var inner = uid is null ? null : AccessToken.New(account.Id);
        var record = new SessionRecord
        {
            Id = account.Id,
            UserName = user.Name,
            Incarnation = user.Incarnation,
            Uid = uid,
            ExpiresAt = _clock.GetUtcNow() + lifetime,
            AccountHash = account.HashBy(_hasher, AccountPurpose),
            UserHash = inner?.HashBy(_hasher, UserPurpose) ?? "",
        };
        // Nobody else has this id: a conflict is this very row, its first answer lost.
        await _store.TryAddAsync(record, cancellation);
        return new NewSession(record, account.Text, inner?.Text);
    }

    /// <summary>Closes a session; its tokens are dead when this returns.</summary>
    /// <param name="userName">Whose.</param>
    /// <param name="id">Which.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <returns>False when this user has no such session.</returns>
    /// <exception cref="StorageUnavailableException">Whether it is closed is not known.</exception>
    public async Task<bool> CloseAsync(string userName, string id, CancellationToken cancellation) =>
        UserName.TryParse(userName, out var name)
        && await _store.FindAsync(id, cancellation) is { } found
        && found.Value.UserName == name
        && await _store.TryDeleteAsync(id, found.Version, cancellation);

    private SessionKind? KindOf(AccessToken token, SessionRecord record)
    {
        // Both are compared, so that time tells nobody which it was nearer to.
        var isAccount = token.IsHashedAs(record.AccountHash, _hasher, AccountPurpose);
        var isUser = token.IsHashedAs(record.UserHash, _hasher, UserPurpose);
        return isAccount ? SessionKind.Account : isUser ? SessionKind.User : null;
    }
}
