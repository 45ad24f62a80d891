namespace OtpFunctions.Core.Directory;

/// <summary>A session as its row holds it. Prints nothing: hashes have no place in a log.</summary>
internal sealed class SessionRecord
{
    public required string Id { get; init; }

    public required string UserName { get; init; }

    /// <summary>Of the user it was opened for.</summary>
    public required string Incarnation { get; init; }

    public string? Uid { get; init; }

    public required DateTimeOffset ExpiresAt { get; init; }

    public required string AccountHash { get; init; }

    /// <summary>Empty when there is no uid.</summary>
    public string UserHash { get; init; } = "";
}
