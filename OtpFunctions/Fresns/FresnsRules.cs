using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Fresns;

/// <summary>What the settings refuse before any account is looked up.</summary>
/// <param name="options">The dialect's settings.</param>
/// <param name="delivery">Which channels are open.</param>
public sealed class FresnsRules(FresnsOptions options, DeliveryOptions delivery)
{
    internal SlidingWindow CallWindow() => options.CallWindow();

    /// <summary>The original's third step. With use type 4 the account is ignored, so nothing in it can be wrong.</summary>
    internal FresnsRefusal? Refuse(AddressPurpose purpose, VerifyCodeRequest send) => send switch
    {
        _ when !delivery.IsOpen(send.Channel) => new(FresnsCode.NoProvider),
        _ when purpose == AddressPurpose.Authentication => null,
        { Channel: DeliveryChannel.Sms, HasCountryCode: false } => new(FresnsCode.FieldMissing),
        { Address: EmailAddress email } when options.Refuses(email) => new(FresnsCode.EmailDisposable),
        _ => null,
    };
}
