using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Directory;

/// <summary>
/// What an external directory is asked: one GET a question, signed with the time so that nobody else can ask and an old
/// question cannot be asked again for long.
/// </summary>
internal sealed class DirectoryRequests(Uri url, byte[] key, TimeProvider clock)
{
    public const string TimestampHeader = "X-Otp-Timestamp";
    public const string SignatureHeader = "X-Otp-Signature";

    public HttpRequestMessage ForName(string name) => Sign("name", name);

    public HttpRequestMessage ForAddress(Address address) => address.Channel switch
    {
        DeliveryChannel.Email => Sign("email", address.Delivery),
        DeliveryChannel.Sms => Sign("phone", address.Delivery),
    };

    private HttpRequestMessage Sign(string field, string value)
    {
        var asked = new UriBuilder(url);
        asked.Query = $"{asked.Query.TrimStart('?')}&{field}={Uri.EscapeDataString(value)}".TrimStart('&');
        var request = new HttpRequestMessage(HttpMethod.Get, asked.Uri);
        var timestamp = clock.GetUtcNow().ToUnixTimeSeconds().ToString(CultureInfo.InvariantCulture);
        var text = Encoding.UTF8.GetBytes($"GET\n{asked.Uri.PathAndQuery}\n{timestamp}");
        request.Headers.Add(TimestampHeader, timestamp);
        request.Headers.Add(SignatureHeader, Convert.ToHexStringLower(HMACSHA256.HashData(key, text)));
        return request;
    }
}
