namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The operator's own texts, by template, language and part, and what is wrong with them.</summary>
internal sealed class CustomTexts
{
    private const string Section = "Otp:Messages:Templates";
    private readonly Dictionary<(MessageTemplate, MessageLanguage, MessagePart), string> _texts = [];
    private readonly List<string> _faults = [];

    public CustomTexts(Dictionary<string, Dictionary<string, Dictionary<string, string>>> templates)
    {
        foreach (var (template, languages) in templates)
        {
            foreach (var (language, parts) in languages)
            {
                foreach (var (part, text) in parts)
                {
                    Add((template, language, part), text);
                }
            }
        }
    }

    /// <summary>One sentence for each setting that cannot be taken, beginning with its name.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public string? Find(MessageTemplate template, MessageLanguage language, MessagePart part) =>
        _texts.GetValueOrDefault((template, language, part));

    private void Add((string Template, string Language, string Part) key, string text)
    {
        var setting = $"{Section}:{key.Template}:{key.Language}:{key.Part}";
        if (EnumNames.Find<MessageTemplate>(key.Template) is not { } template)
        {
            _faults.Add($"{setting}: the template must be one of {EnumNames.List<MessageTemplate>()}.");
        }
        else if (EnumNames.Find<MessageLanguage>(key.Language) is not { } language)
        {
            _faults.Add($"{setting}: the language must be one of {EnumNames.List<MessageLanguage>()}.");
        }
        else if (EnumNames.Find<MessagePart>(key.Part) is not { } part)
        {
            _faults.Add($"{setting}: the text must be one of {EnumNames.List<MessagePart>()}.");
        }
        else if (TextRules.FaultOf(part, text) is { } fault)
        {
            _faults.Add($"{setting} {fault}");
        }
        else
        {
            _texts[(template, language, part)] = text;
        }
    }
}
