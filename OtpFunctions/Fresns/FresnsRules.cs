using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Fresns;

/// <summary>What the settings say of a send.</summary>
/// <param name="options">The dialect's settings.</param>
/// <param name="delivery">Which channels are open.</param>
public sealed class FresnsRules(FresnsOptions options, DeliveryOptions delivery)
{
    internal CodePolicy PolicyFor(VerifyCodeRequest send) => options.PolicyFor(send.Channel);

    /// <summary>
    /// What a request is refused for whoever asks, so that nothing has to be looked up for it: the original's second step,
    /// as far as it needs no session, and its third. With use type 4 the account is ignored, so nothing in it can be wrong.
    /// </summary>
    internal FresnsRefusal? Refuse(HttpRequest request, AddressPurpose purpose, VerifyCodeRequest send) => send switch
    {
        _ when RecipientFinder.NeedsSession(purpose) && !FresnsAccounts.IsNamed(request) =>
            FresnsErrors.Number(new Failure(FailureCode.SessionMissing), send),
        _ when !delivery.IsOpen(send.Channel) => new(FresnsCode.NoProvider),
        _ when purpose == AddressPurpose.Authentication => null,
        { Channel: DeliveryChannel.Sms, HasCountryCode: false } => new(FresnsCode.FieldMissing),
        { Address: EmailAddress email } when options.Refuses(email) => new(FresnsCode.EmailDisposable),
        _ => null,
    };
}
