using System.Collections.Concurrent;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Strings that may appear in no line of output.</summary>
public sealed class SecretBook
{
    // Four digits are in every port and time; a code of six that stands alone is not.
    private const int Shortest = 6;

    // Of letters and digits mixed, as captchas are, five are no chance either.
    private const int ShortestMixed = 5;
    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    public int Count => _secrets.Count;

    public void Add(string? secret)
    {
        if (secret?.Length >= Shortest || (secret?.Length == ShortestMixed && IsMixed(secret)))
            _secrets[secret] = true;
    }

    public void AssertNoneIn(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        var leaks = lines.Where(line => _secrets.Keys.Any(secret => Holds(line, secret))).ToArray();
        Assert.True(
            leaks.Length == 0, $"{leaks.Length} lines of output hold a secret:\n{string.Join('\n', leaks.Take(10))}");
    }

    private static bool IsMixed(string text) => text.Any(char.IsAsciiDigit) && text.Any(char.IsAsciiLetter);

    private static bool Holds(string line, string secret)
    {
        for (var at = Find(0); at >= 0; at = Find(at + 1))
        {
            var end = at + secret.Length;
            if ((at == 0 || !Joins(line[at - 1])) && (end == line.Length || !Joins(line[end])))
                return true;
        }

        return false;

        int Find(int from) => line.IndexOf(secret, from, StringComparison.OrdinalIgnoreCase);
    }

    // The middle of a longer number or name, or of a fraction, is chance.
    private static bool Joins(char next) => char.IsAsciiLetterOrDigit(next) || next == '.';
}
