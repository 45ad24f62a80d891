namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The operator's own texts, by template, language and part, and what is wrong with them.</summary>
internal sealed class CustomTexts
{
    private readonly Dictionary<(MessageTemplate, MessageLanguage, MessagePart), string> _texts = [];
    private readonly List<string> _faults = [];

    public CustomTexts(IReadOnlyDictionary<string, string> texts)
    {
        foreach (var (key, text) in texts)
        {
            if (FaultOf(key, text) is { } fault)
            {
                _faults.Add($"Otp:Messages:Templates:{key} {fault}");
            }
        }
    }

    /// <summary>One sentence for each setting that cannot be taken, beginning with its name.</summary>
    public IReadOnlyList<string> Faults => _faults;

    public string? Find(MessageTemplate template, MessageLanguage language, MessagePart part) =>
        _texts.GetValueOrDefault((template, language, part));

    private string? FaultOf(string key, string text)
    {
        if (key.Split(':') is not [var template, var language, var part])
        {
            return "must be Template:Language:Part, such as LogIn:En:SmsText.";
        }

        if (EnumNames.Find<MessageTemplate>(template) is not { } ofTemplate)
        {
            return $"names no template; there are {EnumNames.List<MessageTemplate>()}.";
        }

        if (EnumNames.Find<MessageLanguage>(language) is not { } ofLanguage)
        {
            return $"names no language; there are {EnumNames.List<MessageLanguage>()}.";
        }

        if (EnumNames.Find<MessagePart>(part) is not { } ofPart)
        {
            return $"names no part; there are {EnumNames.List<MessagePart>()}.";
        }

        _texts[(ofTemplate, ofLanguage, ofPart)] = text;
        return TextRules.FaultOf(ofPart, text);
    }
}
