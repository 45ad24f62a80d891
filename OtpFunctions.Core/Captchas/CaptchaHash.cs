using System.Security.Cryptography;
using System.Text;

namespace OtpFunctions.Core.Captchas;

/// <summary>The dialect's form of an answer: MD5 of the answer and the rand. A wire format that protects nothing.</summary>
internal static class CaptchaHash
{
    private const int Length = 2 * MD5.HashSizeInBytes;

    /// <summary>32 lower-case hex digits.</summary>
    public static string Of(string answer, string rand)
    {
#pragma warning disable CA5351 // The document names MD5; what protects an answer is that it is tried once.
        var hash = MD5.HashData(Encoding.UTF8.GetBytes(answer + rand));
#pragma warning restore CA5351
        return Convert.ToHexStringLower(hash);
    }

    /// <summary>Whether this is such a hash, of either case.</summary>
    public static bool IsHash(string text) => text.Length == Length && text.All(char.IsAsciiHexDigit);

    /// <summary>Whether it is that of the answer; the time does not tell how much of it agrees.</summary>
    /// <param name="hash">32 lower-case hex digits.</param>
    /// <param name="answer">What should be answered.</param>
    /// <param name="rand">What it goes with.</param>
    public static bool Matches(string hash, string answer, string rand) => CryptographicOperations.FixedTimeEquals(
        Encoding.ASCII.GetBytes(hash), Encoding.ASCII.GetBytes(Of(answer, rand)));
}
