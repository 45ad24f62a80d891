using System.Net.Http.Headers;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>Finds the language of a message in what a caller says about languages.</summary>
public static class MessageLanguages
{
    private const int LongestHeader = 1024;
    private const int MostParts = 32;
    private const int LongestTag = 64;

    /// <summary>The first of our languages that the caller asks for. Never throws.</summary>
    /// <param name="explicitTag">A BCP 47 tag that goes first, such as zh-Hant or en-GB; any other text is passed over.</param>
    /// <param name="acceptLanguage">
    /// An Accept-Language header, read by its q-values and, where they are equal, from the left; q=0 is a language not
    /// to be taken. Malformed parts and languages there are no texts in are passed over, and so are a header of more
    /// than 1,024 characters and all parts after the 32nd.
    /// </param>
    /// <returns>Null when none is asked for: the operator's default.</returns>
    public static MessageLanguage? Choose(string? explicitTag, string? acceptLanguage) =>
        Match(explicitTag) ?? Negotiate(acceptLanguage);

    /// <summary>The tag of a language, as in an HTML page.</summary>
    internal static string TagOf(MessageLanguage language) => language switch
    {
        MessageLanguage.ZhHans => "zh-Hans",
        MessageLanguage.ZhHant => "zh-Hant",
        MessageLanguage.En => "en",
    };

    private static MessageLanguage? Negotiate(string? header)
    {
        if (header is null || header.Length > LongestHeader)
        {
            return null;
        }

        MessageLanguage? best = null;
        var bestQuality = 0.0;
        foreach (var part in header.Split(',').Take(MostParts))
        {
            if (StringWithQualityHeaderValue.TryParse(part, out var asked)
                && (asked.Quality ?? 1) > bestQuality
                && Match(asked.Value) is { } language)
            {
                (best, bestQuality) = (language, asked.Quality ?? 1);
            }
        }

        return best;
    }

    private static MessageLanguage? Match(string? tag)
    {
        if (tag is null || tag.Length > LongestTag)
        {
            return null;
        }

        var subtags = tag.Trim(' ').Split('-');
        if (!subtags.All(IsSubtag))
        {
            return null;
        }

        return subtags[0].ToUpperInvariant() switch
        {
            "EN" => MessageLanguage.En,
            "ZH" => MatchChinese(subtags.AsSpan(1)),
            _ => null,
        };
    }

    // language[-extlang][-script][-region]...: a script decides; without one the region does. What follows a subtag of
    // one character (an extension, private use) says nothing about either.
    private static MessageLanguage? MatchChinese(ReadOnlySpan<string> subtags)
    {
        var language = MessageLanguage.ZhHans;
        foreach (var subtag in subtags)
        {
            switch (subtag.ToUpperInvariant())
            {
                case { Length: 1 }:
                    return language;
                case "HANS":
                    return MessageLanguage.ZhHans;
                case "HANT":
                    return MessageLanguage.ZhHant;
                case { Length: 4 } script when script.All(char.IsAsciiLetter):
                    return null;
                case "TW" or "HK" or "MO":
                    language = MessageLanguage.ZhHant;
                    break;
            }
        }

        return language;
    }

    private static bool IsSubtag(string subtag) =>
        subtag.Length is >= 1 and <= 8 && subtag.All(char.IsAsciiLetterOrDigit);
}
