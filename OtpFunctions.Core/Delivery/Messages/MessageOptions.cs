using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>What messages say. Section <c>Otp:Messages</c>; docs/messages.md.</summary>
public sealed class MessageOptions : IValidatableObject
{
    private const int LongestSiteName = 40;

    /// <summary>Whose code it is, as recipients know it: one line, 1 to 40 characters; OtpFunctions unless set.</summary>
    public string SiteName { get; set; } = "OtpFunctions";

    /// <summary>The language of callers that ask for none; ZhHans unless set.</summary>
    public MessageLanguage DefaultLanguage { get; set; } = MessageLanguage.ZhHans;

    /// <summary>The host whose pages may read a code out of an SMS (WebOTP); none unless set.</summary>
    public string? WebOtpOrigin { get; set; }

    /// <summary>Switched off, each a template and a channel: <c>DeleteAccount:Sms,LogIn:Email</c>; none unless set.</summary>
    public string Disabled { get; set; } = "";

    /// <summary>
    /// Texts for ours, by template, language and part, such as LogIn, En and SmsText; the parts are EmailTitle, EmailText,
    /// EmailHtml and SmsText (docs/messages.md).
    /// </summary>
    public Dictionary<string, string> Templates { get; } = new(StringComparer.OrdinalIgnoreCase);

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (string.IsNullOrWhiteSpace(SiteName) || SiteName.Length > LongestSiteName || SiteName.Any(char.IsControl))
        {
            yield return new ValidationResult("Otp:Messages:SiteName must be one line of 1 to 40 characters.");
        }

        if (!Enum.IsDefined(DefaultLanguage))
        {
            yield return new ValidationResult(
                $"Otp:Messages:DefaultLanguage must be one of {EnumNames.List<MessageLanguage>()}.");
        }

        if (ReadWebOtpOrigin() is { } origin && !EmailSyntax.IsDomain(origin))
        {
            yield return new ValidationResult(
                "Otp:Messages:WebOtpOrigin must be a host name such as www.example.com, without a scheme or a port.");
        }

        if (!MessageSwitches.TryRead(Disabled, out _))
        {
            yield return new ValidationResult(
                "Otp:Messages:Disabled must be a list such as DeleteAccount:Sms,LogIn:Email: templates "
                + $"({EnumNames.List<MessageTemplate>()}), each with a channel ({EnumNames.List<DeliveryChannel>()}).");
        }

        foreach (var fault in ReadTemplates().Faults)
        {
            yield return new ValidationResult(fault);
        }
    }

    internal string? ReadWebOtpOrigin() => string.IsNullOrEmpty(WebOtpOrigin) ? null : WebOtpOrigin;

    internal MessageSwitches ReadDisabled() => MessageSwitches.TryRead(Disabled, out var switches)
        ? switches
        : throw new InvalidOperationException("Otp:Messages:Disabled was not validated.");

    internal CustomTexts ReadTemplates() => new(Templates);
}
