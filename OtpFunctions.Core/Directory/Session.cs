namespace OtpFunctions.Core.Directory;

/// <summary>Somebody who is signed in, as a token showed.</summary>
public sealed class Session
{
    internal Session(SessionRecord record, User user, SessionKind kind) =>
        (Id, User, Uid, ExpiresAt, Kind) = (record.Id, user, record.Uid, record.ExpiresAt, kind);

    /// <summary>32 lower-case hex digits; both tokens of the session begin with them.</summary>
    public string Id { get; }

    /// <summary>Who is signed in, as the directory knows it now.</summary>
    public User User { get; }

    /// <summary>The account: the user's name.</summary>
    public string UserName => User.Name;

    /// <summary>The user within the account, or null when the session has none.</summary>
    public string? Uid { get; }

    /// <summary>When the tokens die, exclusive.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>Whether the token shown was that of the account or that of the user.</summary>
    public SessionKind Kind { get; }
}
