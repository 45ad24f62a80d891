using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace StandIns.Tests.Communication;

internal sealed record RecordedRequest(string Method, Uri Uri, HttpRequestHeaders Headers, byte[] Body)
{
    public string Text => Encoding.UTF8.GetString(Body);

    public static async Task<RecordedRequest> OfAsync(HttpRequestMessage request, CancellationToken cancellation)
    {
        var body = request.Content is null ? [] : await request.Content.ReadAsByteArrayAsync(cancellation);
        return new RecordedRequest(request.Method.Method, request.RequestUri!, request.Headers, body);
    }

    public string Header(string name) => Assert.Single(Headers.GetValues(name));

    /// <summary>Whether the request is signed with this key, as https://learn.microsoft.com/azure/communication-services/tutorials/hmac-header-tutorial tells.</summary>
    public bool IsSignedWith(string key)
    {
        var hash = Convert.ToBase64String(SHA256.HashData(Body));
        var text = $"{Method}\n{Uri.PathAndQuery}\n{Header("x-ms-date")};{Uri.Authority};{hash}";
        var signature = HMACSHA256.HashData(Convert.FromBase64String(key), Encoding.UTF8.GetBytes(text));
        return Header("x-ms-content-sha256") == hash && Header("Authorization")
            == "HMAC-SHA256 SignedHeaders=x-ms-date;host;x-ms-content-sha256&Signature="
            + Convert.ToBase64String(signature);
    }
}
