using System.Globalization;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>Signs requests to the table service: https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key.</summary>
internal sealed class SharedKey(string account, string key)
{
    private readonly byte[] _key = Convert.FromBase64String(key);

    public void Sign(HttpRequestMessage request)
    {
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        var type = request.Content?.Headers.ContentType?.ToString();
        var signed = $"{request.Method}\n\n{type}\n{date}\n/{account}{request.RequestUri!.AbsolutePath}";
        var signature = HMACSHA256.HashData(_key, Encoding.UTF8.GetBytes(signed));
        request.Headers.TryAddWithoutValidation("x-ms-date", date);
        request.Headers.Authorization = new AuthenticationHeaderValue(
            "SharedKey", $"{account}:{Convert.ToBase64String(signature)}");
    }
}
