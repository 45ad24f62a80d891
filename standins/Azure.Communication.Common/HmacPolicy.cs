using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Communication;

/// <summary>
/// Signs each try anew, for the service refuses a date that is minutes old.
/// https://learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial
/// </summary>
internal sealed class HmacPolicy(AzureKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    private const string DateName = "x-ms-date";
    private const string HashName = "x-ms-content-sha256";

    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var uri = request.Uri.ToUri();
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var hash = HashOf(request.Content, message.CancellationToken);
        var signature = Sign($"{request.Method}\n{uri.PathAndQuery}\n{date};{uri.Authority};{hash}");

        request.Headers.SetValue(DateName, date);
        request.Headers.SetValue(HashName, hash);
        request.Headers.SetValue(
            "Authorization", $"HMAC-SHA256 SignedHeaders={DateName};host;{HashName}&Signature={signature}");
    }

    private static string HashOf(RequestContent? content, CancellationToken cancellationToken)
    {
        using var hash = SHA256.Create();
        using (var hashing = new CryptoStream(Stream.Null, hash, CryptoStreamMode.Write))
        {
            content?.WriteTo(hashing, cancellationToken);
        }

        return Convert.ToBase64String(hash.Hash!);
    }

    // The key is read each time: AzureKeyCredential.Update changes it under a client that lives on.
    private string Sign(string text) => Convert.ToBase64String(
        HMACSHA256.HashData(Convert.FromBase64String(credential.Key), Encoding.ASCII.GetBytes(text)));
}
