namespace OtpFunctions.Core.Directory;

/// <summary>Which of a session's two tokens was shown.</summary>
public enum SessionKind
{
    /// <summary>That of the account (aid).</summary>
    Account,

    /// <summary>That of the user within the account (uid).</summary>
    User,
}
