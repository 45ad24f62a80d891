using System.Net.Http.Headers;
using Azure;

namespace OtpFunctions.Core.Delivery.Acs;

/// <summary>What a failed request says about the message. Texts of errors are not read: they may hold the address.</summary>
internal static class AcsFaults
{
    // From the trackers of the SDKs (azure-sdk-for-net 56805, azure-sdk-for-js 25353): there is no list of codes.
    private static readonly string[] OfRecipients = ["InvalidEmailAddress", "EmailDroppedAllRecipientsSuppressed"];

    public static DeliveryAnswer AnswerTo(Exception exception, DateTimeOffset now) => exception switch
    {
        RequestFailedException { Status: > 0 } refused => AnswerTo(refused, now),
        RequestFailedException { InnerException: { } cause } => ProviderFaults.AnswerTo(cause),
        RequestFailedException => ProviderFaults.AnswerTo(exception),

        // No token: the identity is not there or may not.
        _ => new(DeliveryOutcome.Misconfigured) { Fault = exception.GetType().Name },
    };

    private static DeliveryAnswer AnswerTo(RequestFailedException refused, DateTimeOffset now)
    {
        if (refused.Status is >= 400 and < 500 && OfRecipients.Contains(refused.ErrorCode))
        {
            return new(DeliveryOutcome.RecipientRefused) { Fault = $"{refused.Status}" };
        }

        // What we send is the same for every recipient: a sender, a domain or a resource that is not known.
        return refused.Status is 400 or 404
            ? new(DeliveryOutcome.Misconfigured) { Fault = $"{refused.Status}" }
            : ProviderFaults.AnswerTo(refused.Status, WaitOf(refused.GetRawResponse(), now));
    }

    private static TimeSpan? WaitOf(Response? response, DateTimeOffset now) =>
        response?.Headers.TryGetValue("Retry-After", out var text) == true
        && RetryConditionHeaderValue.TryParse(text, out var header)
            ? ProviderFaults.Wait(header, now)
            : null;
}
