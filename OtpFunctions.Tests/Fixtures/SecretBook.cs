using System.Buffers;
using System.Collections.Concurrent;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// Strings that may appear in no line of output. Each is looked for as a word of its own: the middle of a longer number
/// or name is chance. Four or five digits are chance even so, in ports and times: they are looked for where a line would
/// hold them as somebody's code.
/// </summary>
public sealed class SecretBook
{
    private const int Shortest = 6;

    // Of letters and digits mixed, as captchas are, five are no chance.
    private const int ShortestMixed = 5;
    private const int ShortestCode = 4;
    private static readonly string[] CodeForms =
        ["\"{0}\"", "'{0}'", "code {0}", "code: {0}", "code={0}", "title {0}", "title: {0}", "title={0}"];
    private readonly ConcurrentDictionary<string, bool> _secrets = new(StringComparer.Ordinal);

    public int Count => _secrets.Count;

    public void Add(string? secret)
    {
        if (secret?.Length >= Shortest || (secret?.Length == ShortestMixed && IsMixed(secret)))
        {
            _secrets[secret] = true;
        }
        else if (secret?.Length >= ShortestCode)
        {
            foreach (var form in CodeForms)
                _secrets[form.Replace("{0}", secret, StringComparison.Ordinal)] = true;
        }
    }

    public void AssertNoneIn(IEnumerable<string> lines)
    {
        ArgumentNullException.ThrowIfNull(lines);
        // All at once first: a run of the suite has millions of pairs.
        var secrets = _secrets.Keys.ToArray();
        var any = SearchValues.Create(secrets, StringComparison.OrdinalIgnoreCase);
        var leaks = lines
            .Where(line => line.AsSpan().ContainsAny(any) && Array.Exists(secrets, secret => Holds(line, secret)))
            .ToArray();
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
