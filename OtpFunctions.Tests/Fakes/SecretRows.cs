using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;
using Azure.Data.Tables;

namespace OtpFunctions.Tests.Fakes;

/// <summary>What a row must not tell of a secret.</summary>
internal static class SecretRows
{
    /// <summary>Neither the secret nor a hash that anybody could compute is in a column, keys apart.</summary>
    public static void AssertHidden(TableEntity row, string secret)
    {
        var bytes = Encoding.UTF8.GetBytes(secret);
        var hash = SHA256.HashData(bytes);
        string[] readable =
        [
            secret, Convert.ToBase64String(bytes), Convert.ToHexString(hash), Convert.ToBase64String(hash),
            Base64Url.EncodeToString(hash),
        ];
        Assert.All(readable, text => Assert.DoesNotContain(
            row, column => $"{column.Value}".Contains(text, StringComparison.OrdinalIgnoreCase)));
    }
}
