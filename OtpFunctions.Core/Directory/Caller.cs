namespace OtpFunctions.Core.Directory;

/// <summary>A system that may call, known by its token. The token is kept only as a keyed hash.</summary>
public sealed class Caller
{
    private readonly HashSet<string> _permissions;

    internal Caller(
        string id, string name, DateTimeOffset createdAt, IReadOnlyList<string> permissions, string secretHash)
    {
        (Id, Name, CreatedAt, Permissions, SecretHash) = (id, name, createdAt, permissions, secretHash);
        _permissions = [.. permissions];
    }

    /// <summary>32 lower-case hex digits.</summary>
    public string Id { get; }

    /// <summary>What people call it, 1 to 64 characters.</summary>
    public string Name { get; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset CreatedAt { get; }

    /// <summary>What it may do, each once.</summary>
    public IReadOnlyList<string> Permissions { get; }

    internal string SecretHash { get; }

    /// <summary>Whether it may do this.</summary>
    /// <param name="permission">A permission's name, exactly.</param>
    public bool May(string permission) => _permissions.Contains(permission);

    internal Caller With(IReadOnlyList<string>? permissions = null, string? secretHash = null) =>
        new(Id, Name, CreatedAt, permissions ?? Permissions, secretHash ?? SecretHash);
}
