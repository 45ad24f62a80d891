using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.RegularExpressions;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The names in braces that a text may hold: {code}, {minutes} and {site}.</summary>
internal static partial class Placeholders
{
    public const string Code = "code";
    public const string Minutes = "minutes";
    public const string Site = "site";

    // Of a text on the stack; a longer one, which is mail, borrows its buffer.
    private const int UsualLength = 512;
    private static readonly string[] Names = [Code, Minutes, Site];

    /// <summary>The text with its values; in one pass, so that a value's own braces stay what they are.</summary>
    public static string Fill(string text, MessageValues values, bool isHtml = false)
    {
        var filled = new DefaultInterpolatedStringHandler(
            0, 0, CultureInfo.InvariantCulture, stackalloc char[UsualLength]);
        var rest = text.AsSpan();
        while (rest.IndexOf('{') is >= 0 and var brace)
        {
            filled.AppendFormatted(rest[..brace]);
            rest = rest[brace..];
            if (NameAt(rest) is { } name)
            {
                filled.AppendLiteral(values.Of(name, isHtml));
                rest = rest[(name.Length + 2)..];
            }
            else
            {
                filled.AppendFormatted(rest[..1]);
                rest = rest[1..];
            }
        }

        filled.AppendFormatted(rest);
        return filled.ToStringAndClear();
    }

    public static bool HasCode(string text) => text.Contains($"{{{Code}}}", StringComparison.Ordinal);

    /// <summary>The first brace that is no placeholder, with what it holds, or null. HTML may hold CSS.</summary>
    public static string? FindUnknown(string text, bool isHtml)
    {
        var rest = Known().Replace(text, "");
        var found = isHtml ? BracedWords().Match(rest) : AnyBrace().Match(rest);
        return found.Success ? found.Value : null;
    }

    // What stands between the brace that this begins with and the next, if it is a placeholder's name.
    private static string? NameAt(ReadOnlySpan<char> text)
    {
        foreach (var name in Names)
        {
            if (text.Length >= name.Length + 2 && text[name.Length + 1] == '}' && text[1..].StartsWith(name))
            {
                return name;
            }
        }

        return null;
    }

    [GeneratedRegex(@"\{(?:code|minutes|site)\}")]
    private static partial Regex Known();

    [GeneratedRegex(@"\{[^{}]*\}?|\}")]
    private static partial Regex AnyBrace();

    // A rule of CSS has a colon, or nothing, between its braces.
    [GeneratedRegex(@"\{\s*[^{}:;\s][^{}:;]*\}")]
    private static partial Regex BracedWords();
}
