namespace OtpFunctions.Core.Secrecy;

/// <summary>An HMAC key that is shared with another system.</summary>
internal static class SharedKey
{
    private const int LeastBytes = 32;

    /// <summary>The bytes, or null when they are no base64, fewer than 32, or all the same.</summary>
    public static byte[]? TryRead(string base64)
    {
        var bytes = new byte[base64.Length];
        return Convert.TryFromBase64String(base64, bytes, out var length)
            && length >= LeastBytes
            && bytes.AsSpan(0, length).IndexOfAnyExcept(bytes[0]) >= 0
            ? bytes[..length]
            : null;
    }
}
