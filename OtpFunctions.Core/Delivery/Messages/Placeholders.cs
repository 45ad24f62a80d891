using System.Text.RegularExpressions;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The names in braces that a text may hold: {code}, {minutes} and {site}.</summary>
internal static partial class Placeholders
{
    public const string Code = "code";
    public const string Minutes = "minutes";
    public const string Site = "site";

    /// <summary>The text with its values; in one pass, so that a value's own braces stay what they are.</summary>
    public static string Fill(string text, MessageValues values, bool isHtml = false) =>
        Known().Replace(text, match => values.Of(match.Groups[1].Value, isHtml));

    public static bool HasCode(string text) => text.Contains($"{{{Code}}}", StringComparison.Ordinal);

    /// <summary>The first brace that is no placeholder, with what it holds, or null. HTML may hold CSS.</summary>
    public static string? FindUnknown(string text, bool isHtml)
    {
        var rest = Known().Replace(text, "");
        var found = isHtml ? BracedWords().Match(rest) : AnyBrace().Match(rest);
        return found.Success ? found.Value : null;
    }

    [GeneratedRegex(@"\{(code|minutes|site)\}")]
    private static partial Regex Known();

    [GeneratedRegex(@"\{[^{}]*\}?|\}")]
    private static partial Regex AnyBrace();

    // A rule of CSS has a colon, or nothing, between its braces.
    [GeneratedRegex(@"\{\s*[^{}:;\s][^{}:;]*\}")]
    private static partial Regex BracedWords();
}
