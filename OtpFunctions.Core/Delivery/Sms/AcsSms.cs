using System.Globalization;
using Azure;
using Azure.Communication.Sms;
using Azure.Identity;
using OtpFunctions.Core.Delivery.Acs;

namespace OtpFunctions.Core.Delivery.Sms;

/// <summary>SMS by Azure Communication Services, whose 202 says nothing: each recipient has a result of its own.</summary>
internal sealed class AcsSms(Lazy<SmsClient> client, string from, TimeProvider clock) : IDeliveryChannel
{
    /// <summary>The client is made at the first message.</summary>
    public static AcsSms New(AcsOptions options, TimeProvider clock) =>
        new(new(() => Connect(options)), options.SmsFrom, clock);

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        using var scope = AcsClients.Begin(message);
        try
        {
            // Its report tells of the tag, not of the repeatability id.
            var options = new SmsSendOptions(enableDeliveryReport: true) { Tag = message.MessageId };
            var sent = await client.Value.SendAsync(from, message.To.Delivery, message.Text, options, cancellation);
            return AnswerOf(sent.Value);
        }
        catch (Exception exception) when (exception is RequestFailedException or AuthenticationFailedException)
        {
            return AcsFaults.AnswerTo(exception, clock.GetUtcNow());
        }
    }

    private static DeliveryAnswer AnswerOf(SmsSendResult result) => result switch
    {
        { Successful: true } => DeliveryOutcome.Accepted,
        { HttpStatusCode: 400 or 404 or 409 or 422 } => new(DeliveryOutcome.RecipientRefused)
        {
            Fault = result.HttpStatusCode.ToString(CultureInfo.InvariantCulture),
        },
        _ => ProviderFaults.AnswerTo(result.HttpStatusCode, retryAfter: null),
    };

    private static SmsClient Connect(AcsOptions options)
    {
        var client = AcsClients.Prepare(new SmsClientOptions(), new RepeatabilityPolicy());
        return options.Endpoint is { } endpoint
            ? new SmsClient(endpoint, AcsClients.Identity(options.ClientId), client)
            : new SmsClient(options.ConnectionString ?? "", client);
    }
}
