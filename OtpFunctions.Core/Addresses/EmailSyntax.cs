using System.Buffers;

namespace OtpFunctions.Core.Addresses;

/// <summary>The grammar of RFC 5321 section 4.1.2 that every mail system takes: Dot-string "@" Domain.</summary>
internal static class EmailSyntax
{
    // RFC 5321 section 4.5.3.1.3 allows a path of 256 with its angle brackets (RFC 3696 erratum 1690).
    internal const int MaxLength = 254;

    // RFC 5321 section 4.5.3.1.1.
    private const int MaxLocalLength = 64;

    // RFC 1035 section 2.3.4.
    private const int MaxLabelLength = 63;

    private const string LettersAndDigits = "abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789";

    // RFC 5322 section 3.2.3, atext.
    private static readonly SearchValues<char> AtomCharacters =
        SearchValues.Create(LettersAndDigits + "!#$%&'*+-/=?^_`{|}~");

    private static readonly SearchValues<char> LabelCharacters = SearchValues.Create(LettersAndDigits + "-");

    internal static bool IsLocalPart(ReadOnlySpan<char> local)
    {
        if (local.Length > MaxLocalLength)
            return false;

        foreach (var range in local.Split('.'))
        {
            var atom = local[range];
            if (atom.IsEmpty || atom.ContainsAnyExcept(AtomCharacters))
                return false;
        }

        return true;
    }

    internal static bool IsDomain(ReadOnlySpan<char> domain)
    {
        foreach (var range in domain.Split('.'))
        {
            if (!IsLabel(domain[range]))
                return false;
        }

        // No top-level domain begins with a digit, but an IPv4 address ends so, in decimal and in hexadecimal.
        var lastDot = domain.LastIndexOf('.');
        return lastDot > 0 && char.IsAsciiLetter(domain[lastDot + 1]);
    }

    private static bool IsLabel(ReadOnlySpan<char> label) =>
        label.Length is > 0 and <= MaxLabelLength
        && label[0] != '-'
        && label[^1] != '-'
        && !label.ContainsAnyExcept(LabelCharacters);
}
