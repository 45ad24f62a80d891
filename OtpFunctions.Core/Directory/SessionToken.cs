using System.Diagnostics.CodeAnalysis;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// What shows a session: an access token, and the key of the user's row, beside which the session's lies, so that one
/// request finds both (docs/decisions/0021). Does not print itself.
/// </summary>
internal sealed class SessionToken
{
    private SessionToken(AccessToken access, string owner) => (Access, Owner) = (access, owner);

    /// <summary>The session's id, and the secret of which its row holds a hash.</summary>
    public AccessToken Access { get; }

    /// <summary>The key of the user's row, as <see cref="UserKeys.OfName"/> gives it.</summary>
    public string Owner { get; }

    public string Id => Access.Id;

    /// <summary>The whole token: 64 lower-case hex digits, then 43 characters of base64url.</summary>
    public string Text => Access.Text + Owner;

    public static SessionToken New(string owner, string? id = null) => new(AccessToken.New(id), owner);

    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out SessionToken? token)
    {
        token = text?.Length > AccessToken.Length
            && AccessToken.TryParse(text[..AccessToken.Length], out var access)
            && UserKeys.IsKey(text[AccessToken.Length..])
            ? new SessionToken(access, text[AccessToken.Length..])
            : null;
        return token is not null;
    }

    /// <summary>Whether both name the same row.</summary>
    public bool IsOfSameSession(SessionToken other) => Id == other.Id && Owner == other.Owner;

    public override string ToString() => nameof(SessionToken);
}
