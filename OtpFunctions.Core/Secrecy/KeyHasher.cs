using System.Buffers.Text;
using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Core.Secrecy;

/// <summary>
/// HMAC-SHA256 under the pepper: what may stand in a table in place of an address or a secret. Each purpose begins with
/// its own name, so that no hash of one is a hash of another.
/// </summary>
internal sealed class KeyHasher(byte[] pepper)
{
    /// <summary>43 characters of base64url, which Table Storage allows in a key.</summary>
    public string Hash(string purpose, string value)
    {
        var text = $"{purpose}\n{value}";
        Span<byte> input = stackalloc byte[1024];
        var length = Encoding.UTF8.GetMaxByteCount(text.Length) <= input.Length
            ? Encoding.UTF8.GetBytes(text, input)
            : -1;
        Span<byte> hash = stackalloc byte[HMACSHA256.HashSizeInBytes];
        HMACSHA256.HashData(pepper, length < 0 ? Encoding.UTF8.GetBytes(text) : input[..length], hash);
        return Base64Url.EncodeToString(hash);
    }

    /// <summary>Whether this is the value's hash, compared in constant time.</summary>
    public bool Matches(string purpose, string value, string hash) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Hash(purpose, value)));
}
