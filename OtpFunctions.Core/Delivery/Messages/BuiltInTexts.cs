using System.Collections.Concurrent;
using System.Net;
using System.Text.Json;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>Our own words, from Texts/: a file a language and one frame of HTML, each read when first used.</summary>
internal sealed class BuiltInTexts
{
    private readonly ConcurrentDictionary<MessageLanguage, Dictionary<MessageTemplate, BuiltInText>> _languages = new();
    private readonly Lazy<string> _frame = new(ReadFrame);

    public MessageTexts Of(MessageTemplate template, MessageLanguage language)
    {
        var words = _languages.GetOrAdd(language, Read)[template];
        return new(
            words.EmailTitle, string.Join("\n\n", words.EmailParagraphs), Framed(words, language), words.SmsText);
    }

    // The words hold placeholders for values but never a name of the frame's.
    private string Framed(BuiltInText words, MessageLanguage language)
    {
        var code = Array.IndexOf(words.EmailParagraphs, "{code}");
        return _frame.Value
            .Replace("{language}", MessageLanguages.TagOf(language), StringComparison.Ordinal)
            .Replace("{title}", WebUtility.HtmlEncode(words.EmailTitle), StringComparison.Ordinal)
            .Replace("{before}", Paragraphs(words.EmailParagraphs[..code]), StringComparison.Ordinal)
            .Replace("{after}", Paragraphs(words.EmailParagraphs[(code + 1)..]), StringComparison.Ordinal);
    }

    private static string Paragraphs(string[] texts) =>
        string.Join('\n', texts.Select(text => $"<p>{WebUtility.HtmlEncode(text)}</p>"));

    private static Dictionary<MessageTemplate, BuiltInText> Read(MessageLanguage language)
    {
        using var stream = Open($"{MessageLanguages.TagOf(language)}.json");
        return JsonSerializer.Deserialize(stream, BuiltInTextJson.Default.DictionaryMessageTemplateBuiltInText)!;
    }

    private static string ReadFrame()
    {
        using var reader = new StreamReader(Open("mail.html"));
        return reader.ReadToEnd();
    }

    private static Stream Open(string file) =>
        typeof(BuiltInTexts).Assembly.GetManifestResourceStream($"Texts/{file}")
        ?? throw new InvalidOperationException($"There is no Texts/{file} in the core.");
}
