namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>What a text of the operator's own must be.</summary>
internal static class TextRules
{
    private const int LongestLine = 2_000;
    private const int LongestMail = 20_000;

    /// <summary>What is wrong with a text, as a sentence without its subject, or null.</summary>
    public static string? FaultOf(MessagePart part, string text)
    {
        var most = part is MessagePart.EmailText or MessagePart.EmailHtml ? LongestMail : LongestLine;
        if (text.Length > most)
        {
            return $"must have at most {most} characters.";
        }

        if (Placeholders.FindUnknown(text, part == MessagePart.EmailHtml) is { } unknown)
        {
            return $"holds {Shortened(unknown)}; there are {{code}}, {{minutes}} and {{site}}.";
        }

        return part == MessagePart.EmailTitle ? FaultOfTitle(text) : FaultOfBody(text);
    }

    private static string? FaultOfTitle(string text) =>
        Placeholders.HasCode(text) ? "must not hold {code}: a title shows on locked screens and in logs."
        : string.IsNullOrWhiteSpace(text) || text.Any(char.IsControl) ? "must be one line of text."
        : null;

    private static string? FaultOfBody(string text) => Placeholders.HasCode(text) ? null : "must hold {code}.";

    private static string Shortened(string text) => text.Length > 40 ? $"{text[..40]}..." : text;
}
