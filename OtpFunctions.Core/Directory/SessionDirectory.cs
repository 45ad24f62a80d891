using OtpFunctions.Core.Secrecy;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// Who is signed in: sessions opened, known by their tokens and closed. The session's row and its user are read at each
/// check, by one request where the users are in the tables too (docs/decisions/0021), so a session that is closed and a
/// session whose user is gone are dead at once, on every instance.
/// </summary>
public sealed class SessionDirectory
{
    private const string AccountPurpose = "session-account";
    private const string UserPurpose = "session-user";
    private static readonly Failure Expired = new(FailureCode.SessionExpired);
    private readonly ISessionStore _store;
    private readonly IUserDirectory _users;
    private readonly KeyHasher _hasher;
    private readonly UserKeys _keys;
    private readonly TimeProvider _clock;

    internal SessionDirectory(ISessionStore store, IUserDirectory users, KeyHasher hasher, TimeProvider clock) =>
        (_store, _users, _hasher, _keys, _clock) = (store, users, hasher, new UserKeys(hasher), clock);

    /// <summary>
    /// The session whose token this is, or SessionExpired: wrong, closed, expired, or of a user who is gone, nobody is
    /// told which.
    /// </summary>
    /// <param name="token">Whatever the caller gave: an account's token or a user's.</param>
    /// <param name="supposed">
    /// Whose it is said to be. Another system is asked for that user beside the session's read; the session may be
    /// another's all the same, and who has none is answered without waiting.
    /// </param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public Task<Result<Session>> FindAsync(string token, string supposed, CancellationToken cancellation)
    {
        _ = SessionToken.TryParse(token, out var given);
        return JudgeAsync(given, Begin(given, supposed, cancellation));
    }

    /// <summary>The same of two tokens, side by side; those of one session are judged on one read.</summary>
    /// <param name="first">Whatever the caller gave.</param>
    /// <param name="second">Likewise.</param>
    /// <param name="supposed">As above.</param>
    /// <param name="cancellation">Ends the wait.</param>
    /// <exception cref="StorageUnavailableException">Nothing is known.</exception>
    public async Task<(Result<Session> First, Result<Session> Second)> FindAsync(
        string first, string second, string supposed, CancellationToken cancellation)
    {
        _ = SessionToken.TryParse(first, out var one);
        _ = SessionToken.TryParse(second, out var other);
        var reading = Begin(one, supposed, cancellation);
        var beside = one is not null && other?.IsOfSameSession(one) == true ? reading : Begin(other, supposed, cancellation);
        return (await JudgeAsync(one, reading), await JudgeAsync(other, beside));
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

        var account = SessionToken.New(_keys.OfName(user.Name));
        var inner = uid is null ? null : SessionToken.New(account.Owner, account.Id);
        var record = new SessionRecord
        {
            Id = account.Id,
            UserName = user.Name,
            Incarnation = user.Incarnation,
            Uid = uid,
            ExpiresAt = _clock.GetUtcNow() + lifetime,
            AccountHash = account.Access.HashBy(_hasher, AccountPurpose),
            UserHash = inner?.Access.HashBy(_hasher, UserPurpose) ?? "",
        };
        // Nobody else has this id: a conflict is this very row, its first answer lost.
        await _store.TryAddAsync(account.Owner, record, cancellation);
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
        && _keys.OfName(name) is var owner
        && await _store.FindAsync(owner, id, cancellation) is { Session.Version: var version }
        && await _store.TryDeleteAsync(owner, id, version, cancellation);

    private SessionReading? Begin(SessionToken? given, string supposed, CancellationToken cancellation) => given is null
        ? null
        : new SessionReading(
            _store.FindAsync(given.Owner, given.Id, cancellation),
            // A user's row beside its sessions is the truth only where the users are in the tables.
            _users is UserDirectory ? null : name => _users.FindByNameAsync(name, cancellation),
            supposed);

    private async Task<Result<Session>> JudgeAsync(SessionToken? given, SessionReading? reading) =>
        given is not null
        && reading is not null
        && await reading.SessionAsync() is { } record
        && KindOf(given, record) is { } kind
        && record.ExpiresAt > _clock.GetUtcNow()
        && await reading.UserOfAsync(record) is { } user
        && user.Incarnation == record.Incarnation
            ? new Session(record, user, kind)
            : Expired;

    private SessionKind? KindOf(SessionToken token, SessionRecord record)
    {
        // Both are compared, so that time tells nobody which it was nearer to.
        var isAccount = token.Access.IsHashedAs(record.AccountHash, _hasher, AccountPurpose);
        var isUser = token.Access.IsHashedAs(record.UserHash, _hasher, UserPurpose);
        return isAccount ? SessionKind.Account : isUser ? SessionKind.User : null;
    }
}
