using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Core.Delivery.Webhook;

/// <summary>
/// A message as a POST, signed with the time of the try: a receiver knows who sent it, that nothing was changed, and that
/// it is not an old one sent again.
/// </summary>
internal sealed class WebhookRequests(WebhookOptions options, TimeProvider clock)
{
    public const string TimestampHeader = "X-Otp-Timestamp";
    public const string SignatureHeader = "X-Otp-Signature";

    private readonly byte[] _key = options.ReadKey()!;

    public HttpRequestMessage For(CodeMessage message)
    {
        var body = JsonSerializer.SerializeToUtf8Bytes(BodyOf(message), WebhookJson.Default.WebhookBody);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var request = new HttpRequestMessage(HttpMethod.Post, options.Url) { Content = new ByteArrayContent(body) };
        request.Content.Headers.ContentType = new MediaTypeHeaderValue("application/json", "utf-8");
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Sign(timestamp, body));
        return request;
    }

    private WebhookBody BodyOf(CodeMessage message) => new()
    {
        Channel = message.To.Channel switch
        {
            DeliveryChannel.Email => "email",
            DeliveryChannel.Sms => "sms",
        },
        To = message.To.Delivery,
        Subject = message.Subject,
        Text = message.Text,
        Html = message.Html,
        Code = options.IncludeCode ? message.Code : null,
        Template = message.Template.ToString(),
        Language = MessageLanguages.TagOf(message.Language),
        MessageId = message.MessageId,
    };

    private string Sign(string timestamp, byte[] body)
    {
        byte[] signed = [.. Encoding.ASCII.GetBytes(timestamp), (byte)'.', .. body];
        return "v1=" + Convert.ToHexStringLower(HMACSHA256.HashData(_key, signed));
    }
}
