using System.Net;
using System.Text.Json;

namespace OtpFunctions.Core.Delivery.Webhook;

/// <summary>Reads what a receiver answered (docs/delivery.md).</summary>
internal static class WebhookAnswers
{
    private const int MostBytes = 4 * 1024;

    public static async Task<DeliveryAnswer> ReadAsync(
        HttpResponseMessage response, DateTimeOffset now, CancellationToken cancellation)
    {
        if (response.IsSuccessStatusCode)
        {
            return DeliveryOutcome.Accepted;
        }

        var status = (int)response.StatusCode;
        return MayBlame(response.StatusCode) && await BlamesRecipientAsync(response, cancellation)
            ? new(DeliveryOutcome.RecipientRefused) { Fault = $"{status}" }
            : ProviderFaults.AnswerTo(status, ProviderFaults.Wait(response.Headers.RetryAfter, now));
    }

    private static bool MayBlame(HttpStatusCode status) => (int)status is >= 400 and < 500
        && status is not (HttpStatusCode.Unauthorized or HttpStatusCode.Forbidden or HttpStatusCode.TooManyRequests);

    private static async Task<bool> BlamesRecipientAsync(HttpResponseMessage response, CancellationToken cancellation)
    {
        if (response.StatusCode == HttpStatusCode.UnprocessableEntity)
        {
            return true;
        }

        try
        {
            await response.Content.LoadIntoBufferAsync(MostBytes, cancellation);
            var body = await response.Content.ReadAsByteArrayAsync(cancellation);
            using var json = JsonDocument.Parse(body);
            return json.RootElement.ValueKind == JsonValueKind.Object
                && json.RootElement.TryGetProperty("error", out var error)
                && error.ValueKind == JsonValueKind.String
                && error.ValueEquals("recipient");
        }
        catch (Exception exception) when (
            exception is JsonException or HttpRequestException or IOException or OperationCanceledException)
        {
            // The status was there: the message was not taken, whatever the rest was going to say.
            return false;
        }
    }
}
