using System.Collections.Concurrent;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>Makes the message that carries a code: the operator's texts where there are any, else our own.</summary>
public sealed class MessageComposer
{
    private readonly ConcurrentDictionary<(MessageTemplate, MessageLanguage), MessageTexts> _texts = new();
    private readonly BuiltInTexts _ours = new();
    private readonly CustomTexts _theirs;
    private readonly MessageSwitches _switches;
    private readonly MessageOptions _options;
    private readonly TimeProvider _clock;

    internal MessageComposer(MessageOptions options, TimeProvider clock)
    {
        _theirs = options.ReadTemplates();
        _switches = options.ReadDisabled();
        _options = options;
        _clock = clock;
    }

    /// <summary>Whether there is such a template, and the operator has not switched it off for the channel.</summary>
    /// <param name="template">What the code would be asked for.</param>
    /// <param name="channel">How it would go out.</param>
    public bool IsAvailable(MessageTemplate template, DeliveryChannel channel) =>
        Enum.IsDefined(template) && !_switches.IsOff(template, channel);

    internal CodeMessage Compose(Address to, IssuedCode issued, MessageChoice choice)
    {
        var language = choice.Language ?? _options.DefaultLanguage;
        var texts = _texts.GetOrAdd((choice.Template, language), key => TextsOf(key.Item1, key.Item2));
        var values = new MessageValues(issued.Code, MinutesUntil(issued.ExpiresAt), _options.SiteName);
        return to.Channel switch
        {
            DeliveryChannel.Email => new(to, issued, choice.Template, language)
            {
                ComposedAt = _clock.GetUtcNow(),
                Subject = Placeholders.Fill(texts.EmailTitle, values),
                Text = Placeholders.Fill(texts.EmailText, values),
                Html = Placeholders.Fill(texts.EmailHtml, values, isHtml: true),
            },
            DeliveryChannel.Sms => new(to, issued, choice.Template, language)
            {
                ComposedAt = _clock.GetUtcNow(),
                Text = Placeholders.Fill(texts.SmsText, values) + WebOtpLine(issued.Code),
            },
        };
    }

    // Browsers hand the code to pages of this host when the last line is exactly "@host #code" (WICG, SMS one-time codes).
    private string WebOtpLine(string code) => _options.ReadWebOtpOrigin() is { } host ? $"\n@{host} #{code}" : "";

    private int MinutesUntil(DateTimeOffset end) =>
        Math.Max(1, (int)Math.Ceiling((end - _clock.GetUtcNow()).TotalMinutes));

    private MessageTexts TextsOf(MessageTemplate template, MessageLanguage language)
    {
        var ours = _ours.Of(template, language);
        return new(
            _theirs.Find(template, language, MessagePart.EmailTitle) ?? ours.EmailTitle,
            _theirs.Find(template, language, MessagePart.EmailText) ?? ours.EmailText,
            _theirs.Find(template, language, MessagePart.EmailHtml) ?? ours.EmailHtml,
            _theirs.Find(template, language, MessagePart.SmsText) ?? ours.SmsText);
    }
}
