namespace OtpFunctions.Core.Delivery.Webhook;

/// <summary>Messages posted to a URL of the operator's. Made at the first message, as is its connection.</summary>
internal sealed class WebhookChannel(HttpClient http, WebhookRequests requests, TimeProvider clock) : IDeliveryChannel
{
    public static WebhookChannel New(WebhookOptions options, TimeProvider clock) =>
        new(ProviderHttp.New(), new WebhookRequests(options, clock), clock);

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        using var request = requests.For(message);
        using var response = await http.SendAsync(request, HttpCompletionOption.ResponseHeadersRead, cancellation);
        return await WebhookAnswers.ReadAsync(response, clock.GetUtcNow(), cancellation);
    }
}
