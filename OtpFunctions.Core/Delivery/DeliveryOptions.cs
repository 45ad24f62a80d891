using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Acs;
using OtpFunctions.Core.Delivery.Webhook;

namespace OtpFunctions.Core.Delivery;

/// <summary>Which providers each channel takes. Section <c>Otp:Delivery</c>.</summary>
public sealed class DeliveryOptions : IValidatableObject
{
    /// <summary>How e-mail goes out (docs/delivery.md).</summary>
    [Required]
    [EnumDataType(typeof(DeliveryProvider))]
    public DeliveryProvider? Email { get; set; }

    /// <summary>How SMS goes out (docs/delivery.md).</summary>
    [Required]
    [EnumDataType(typeof(DeliveryProvider))]
    public DeliveryProvider? Sms { get; set; }

    /// <summary>The provider for e-mail that the first does not take; None unless set.</summary>
    [EnumDataType(typeof(DeliveryProvider))]
    public DeliveryProvider EmailSecond { get; set; } = DeliveryProvider.None;

    /// <summary>The provider for SMS that the first does not take; None unless set.</summary>
    [EnumDataType(typeof(DeliveryProvider))]
    public DeliveryProvider SmsSecond { get; set; } = DeliveryProvider.None;

    /// <summary>
    /// Whether a code that no provider of SMS took goes to the user's own e-mail address, where an API knows it; false
    /// unless set. Such a code says nothing of the phone.
    /// </summary>
    public bool SmsFallsBackToEmail { get; set; }

    /// <summary>Seconds that one try may take, 1 to 7; 4 unless set. All tries of a message together take at most 8.</summary>
    [Range(1, 7)]
    public int TimeoutSeconds { get; set; } = 4;

    /// <summary>Azure Communication Services, where a channel takes it.</summary>
    public AcsOptions Acs { get; set; } = new();

    /// <summary>Where e-mail is posted to, where that channel takes a webhook.</summary>
    public WebhookOptions EmailWebhook { get; set; } = new();

    /// <summary>Where SMS are posted to, where that channel takes a webhook.</summary>
    public WebhookOptions SmsWebhook { get; set; } = new();

    /// <summary>Whether the channel takes this provider, first or second.</summary>
    /// <param name="channel">E-mail or SMS.</param>
    /// <param name="provider">Any.</param>
    public bool Takes(DeliveryChannel channel, DeliveryProvider provider) => channel switch
    {
        DeliveryChannel.Email => Email == provider || EmailSecond == provider,
        DeliveryChannel.Sms => Sms == provider || SmsSecond == provider,
    };

    /// <summary>Whether a code would stay on this machine.</summary>
    public bool TakesOutbox => Takes(DeliveryChannel.Email, DeliveryProvider.Outbox)
        || Takes(DeliveryChannel.Sms, DeliveryProvider.Outbox);

    /// <summary>Whether anything goes out by this channel.</summary>
    /// <param name="channel">E-mail or SMS.</param>
    public bool IsOpen(DeliveryChannel channel) => channel switch
    {
        DeliveryChannel.Email => Email != DeliveryProvider.None,
        DeliveryChannel.Sms => Sms != DeliveryProvider.None,
    };

    /// <summary>Whether nobody on the way can read a code: https, or a loopback address.</summary>
    /// <param name="allowsLoopback">Whether this is Development.</param>
    public bool IsPrivate(bool allowsLoopback) => Addresses().All(
        url => url is not { IsAbsoluteUri: true }
            || url.Scheme == Uri.UriSchemeHttps
            || (allowsLoopback && url.IsLoopback));

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        foreach (var fault in Faults())
        {
            yield return new ValidationResult(fault);
        }
    }

    private IEnumerable<string> Faults() =>
    [
        .. SecondFaults("Email", Email, EmailSecond),
        .. SecondFaults("Sms", Sms, SmsSecond),
        .. FallBackFaults(),
        .. TakesAcs ? Acs.Faults(
            Takes(DeliveryChannel.Email, DeliveryProvider.Acs), Takes(DeliveryChannel.Sms, DeliveryProvider.Acs)) : [],
        .. Takes(DeliveryChannel.Email, DeliveryProvider.Webhook) ? EmailWebhook.Faults("Otp:Delivery:EmailWebhook") : [],
        .. Takes(DeliveryChannel.Sms, DeliveryProvider.Webhook) ? SmsWebhook.Faults("Otp:Delivery:SmsWebhook") : [],
    ];

    private bool TakesAcs => Takes(DeliveryChannel.Email, DeliveryProvider.Acs)
        || Takes(DeliveryChannel.Sms, DeliveryProvider.Acs);

    private static IEnumerable<string> SecondFaults(string channel, DeliveryProvider? first, DeliveryProvider second)
    {
        if (second != DeliveryProvider.None && (first == second || first is DeliveryProvider.None))
        {
            yield return $"Otp:Delivery:{channel}Second must be another provider than Otp:Delivery:{channel}, which must not "
                + "be None.";
        }
    }

    private IEnumerable<string> FallBackFaults()
    {
        if (SmsFallsBackToEmail && (Email is DeliveryProvider.None || Sms is DeliveryProvider.None))
        {
            yield return "Otp:Delivery:SmsFallsBackToEmail needs a provider at Otp:Delivery:Sms and at Otp:Delivery:Email.";
        }
    }

    private IEnumerable<Uri?> Addresses()
    {
        if (TakesAcs)
        {
            yield return Acs.Address();
        }

        if (Takes(DeliveryChannel.Email, DeliveryProvider.Webhook))
        {
            yield return EmailWebhook.Url;
        }

        if (Takes(DeliveryChannel.Sms, DeliveryProvider.Webhook))
        {
            yield return SmsWebhook.Url;
        }
    }
}
