using Azure;
using Azure.Communication.Email;
using Azure.Identity;
using OtpFunctions.Core.Delivery.Acs;

namespace OtpFunctions.Core.Delivery.Email;

/// <summary>
/// E-mail by Azure Communication Services. That it was taken is enough: to ask what became of each would use up the
/// quota of the resource.
/// </summary>
internal sealed class AcsEmail(Lazy<EmailClient> client, string from, TimeProvider clock) : IDeliveryChannel
{
    /// <summary>The client is made at the first message.</summary>
    public static AcsEmail New(AcsOptions options, TimeProvider clock) =>
        new(new(() => Connect(options)), options.EmailFrom, clock);

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        using var scope = AcsClients.Begin(message);
        try
        {
            await client.Value.SendAsync(WaitUntil.Started, MailOf(message), cancellation);
            return DeliveryOutcome.Accepted;
        }
        catch (Exception exception) when (exception is RequestFailedException or AuthenticationFailedException)
        {
            return AcsFaults.AnswerTo(exception, clock.GetUtcNow());
        }
    }

    private EmailMessage MailOf(CodeMessage message) =>
        new(from, message.To.Delivery, new EmailContent(message.Subject) { PlainText = message.Text, Html = message.Html })
        {
            UserEngagementTrackingDisabled = true,
        };

    private static EmailClient Connect(AcsOptions options)
    {
        var client = AcsClients.Prepare(new EmailClientOptions(), new OperationIdPolicy());
        return options.Endpoint is { } endpoint
            ? new EmailClient(endpoint, AcsClients.Identity(options.ClientId), client)
            : new EmailClient(options.ConnectionString ?? "", client);
    }
}
