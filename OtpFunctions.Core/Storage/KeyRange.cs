namespace OtpFunctions.Core.Storage;

/// <summary>Partitions that are searched by one query.</summary>
/// <param name="From">The first that there can be.</param>
/// <param name="Before">The first that is none of them.</param>
internal readonly record struct KeyRange(string From, string Before)
{
    /// <summary>
    /// All there are of states, whose keys are hashes in base64url or hexadecimal digits: of hashes each has an eighth.
    /// </summary>
    public static IReadOnlyList<KeyRange> OfStates { get; } =
        [new("", "7"), new("7", "F"), new("F", "N"), new("N", "V"), new("V", "c"), new("c", "k"), new("k", "s"), new("s", "~")];

    /// <summary>All there are of users, whose keys are hashes in base64url: each has a 64th.</summary>
    public static IReadOnlyList<KeyRange> OfUsers { get; } =
    [
        .. "-0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZ_abcdefghijklmnopqrstuvwxyz"
            .Select(first => new KeyRange($"{first}", $"{(char)(first + 1)}")),
    ];
}
