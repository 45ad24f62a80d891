namespace OtpFunctions.Core.Directory;

/// <summary>A system that may call, known by its token. The token is kept only as a keyed hash.</summary>
public sealed class Caller
{
    private const int MostNetworks = 50;
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

    /// <summary>Every network that may vouch for it: whoever changes it withdraws these passes.</summary>
    internal IReadOnlyList<CallerNetwork> Networks { get; init; } = [];

    /// <summary>Whether it may do this.</summary>
    /// <param name="permission">A permission's name, exactly.</param>
    public bool May(string permission) => _permissions.Contains(permission);

    internal Caller With(IReadOnlyList<string>? permissions = null, string? secretHash = null) =>
        new(Id, Name, CreatedAt, permissions ?? Permissions, secretHash ?? SecretHash) { Networks = Networks };

    /// <summary>The same with one more network; null where it calls from too many for its row to name them all.</summary>
    /// <param name="network">The key of the network's row.</param>
    /// <param name="now">Unix milliseconds.</param>
    /// <param name="forgotten">Networks not seen since, Unix milliseconds, have no pass any more.</param>
    internal Caller? CallingFrom(string network, long now, long forgotten)
    {
        CallerNetwork[] networks =
        [
            .. Networks.Where(one => one.Key != network && one.Since > forgotten), new CallerNetwork(network, now),
        ];
        return networks.Length > MostNetworks
            ? null
            : new(Id, Name, CreatedAt, Permissions, SecretHash) { Networks = networks };
    }
}
