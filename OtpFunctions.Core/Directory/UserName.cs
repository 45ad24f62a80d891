using System.Diagnostics.CodeAnalysis;
using System.Text;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// What may name a user: what no one can take for an address, and what can stand in a path. Names are trimmed and then
/// compared exactly: no letter case, no normal form is folded.
/// </summary>
public static class UserName
{
    /// <summary>In UTF-16 units.</summary>
    public const int MaxLength = 64;

    /// <summary>The rule, for messages that say "must be ...".</summary>
    public const string Rule =
        "1 to 64 characters, none of them a control character, @, / or %, and neither a phone number nor . or ..";

    /// <summary>Reads a name. Never throws.</summary>
    /// <param name="text">What a caller sent; white space around it is dropped.</param>
    /// <param name="name">The name, or null when refused.</param>
    /// <returns>False when no user can have this name.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out string? name)
    {
        var trimmed = text?.Trim();
        name = trimmed is { Length: > 0 and <= MaxLength } && IsName(trimmed) ? trimmed : null;
        return name is not null;
    }

    private static bool IsName(string text) =>
        !text.Any(char.IsControl)
        && text.AsSpan().IndexOfAny('@', '/', '%') < 0
        && text is not ("." or "..")
        && HasWholeCharacters(text)
        && !PhoneNumber.TryParse(text, out _);

    // Half a surrogate pair has no UTF-8: names that differ in nothing else would have one key.
    private static bool HasWholeCharacters(string text)
    {
        foreach (var rune in text.EnumerateRunes())
        {
            if (rune == Rune.ReplacementChar)
            {
                return false;
            }
        }

        return true;
    }
}
