using System.Diagnostics.CodeAnalysis;

namespace OtpFunctions.Core.Secrecy;

/// <summary>
/// What somebody shows to be known: an id that names a row, so that one point read finds it, and a secret of which the
/// row holds a keyed hash. Does not print itself.
/// </summary>
internal sealed class AccessToken
{
    /// <summary>Of a whole token.</summary>
    public const int Length = IdLength + SecretLength;

    private const int IdLength = 32;
    private const int SecretLength = 32;

    private AccessToken(string id, string secret) => (Id, Secret) = (id, secret);

    public string Id { get; }

    /// <summary>The whole token: 64 lower-case hex digits.</summary>
    public string Text => Id + Secret;

    private string Secret { get; }

    public static AccessToken New(string? id = null) => new(id ?? RandomId.Hex(), RandomId.Hex());

    public static bool IsId([NotNullWhen(true)] string? id) => RandomId.IsHex(id);

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out AccessToken? token)
    {
        token = text?.Length == Length && text.All(char.IsAsciiHexDigitLower)
            ? new AccessToken(text[..IdLength], text[IdLength..])
            : null;
        return token is not null;
    }

    /// <summary>What a row holds in place of the secret: good for this id and this purpose only.</summary>
    public string HashBy(KeyHasher hasher, string purpose) => hasher.Hash(purpose, $"{Id}\n{Secret}");

    /// <summary>Whether the row's hash is of this token, compared in constant time.</summary>
    public bool IsHashedAs(string hash, KeyHasher hasher, string purpose) =>
        hasher.Matches(purpose, $"{Id}\n{Secret}", hash);

    public override string ToString() => nameof(AccessToken);
}
