namespace OtpFunctions.Core.Directory;

/// <summary>A session's row and that of its user, as one request found them.</summary>
/// <param name="Session">The session, or null.</param>
/// <param name="User">Who has the name it was opened for, or null; nobody where users are another system's.</param>
internal sealed record FoundSession(Stored<SessionRecord>? Session, User? User)
{
    public static FoundSession None { get; } = new(null, null);
}
