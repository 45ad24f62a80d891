namespace OtpFunctions.Core.Directory;

/// <summary>A session with the tokens it was just given: the only time they are seen.</summary>
public sealed class NewSession
{
    internal NewSession(SessionRecord record, string accountToken, string? userToken) =>
        (Id, UserName, Uid, ExpiresAt, AccountToken, UserToken) =
        (record.Id, record.UserName, record.Uid, record.ExpiresAt, accountToken, userToken);

    /// <summary>32 lower-case hex digits.</summary>
    public string Id { get; }

    /// <summary>The account: the user's name.</summary>
    public string UserName { get; }

    /// <summary>The user within the account, or null.</summary>
    public string? Uid { get; }

    /// <summary>When the tokens die, exclusive.</summary>
    public DateTimeOffset ExpiresAt { get; }

    /// <summary>64 lower-case hex digits, then 43 characters of base64url.</summary>
    public string AccountToken { get; }

    /// <summary>Of the same shape, and the same in its first 32 and last 43 characters; null without a uid.</summary>
    public string? UserToken { get; }
}
