using System.Buffers;
using System.Buffers.Binary;
using System.Buffers.Text;
using System.Security.Cryptography;

namespace OtpFunctions.Core.Captchas.Work;

/// <summary>
/// What a challenge says of itself. Layout: version (1 byte), difficulty (1), expiry in Unix milliseconds (6, big-endian),
/// nonce (16). All lengths are fixed, and 24 bytes are 32 characters of base64url with no bit over, so that each ticket
/// has one spelling and each spelling one meaning.
/// </summary>
/// <param name="Difficulty">Leading zero bits.</param>
/// <param name="ExpiresAt">Unix milliseconds.</param>
/// <param name="Nonce">22 characters of base64url: the key under which its use is kept.</param>
internal readonly record struct WorkTicket(int Difficulty, long ExpiresAt, string Nonce)
{
    /// <summary>Characters of <see cref="Write"/>.</summary>
    public const int TextLength = 32;

    private const byte Version = 1;
    private const int NonceAt = 8;
    private const int Length = 24;
    private const int ExpiryBits = 48;

    private static readonly SearchValues<char> Alphabet =
        SearchValues.Create("ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_");

    /// <summary>A new ticket as text, with 128 random bits of its own.</summary>
    public static string Write(int difficulty, long expiresAt)
    {
        Span<byte> bytes = stackalloc byte[Length];
        // The expiry's upper 16 bits, which are 0 until the year 10889, are where the first two fields come to lie.
        BinaryPrimitives.WriteInt64BigEndian(bytes, expiresAt);
        bytes[0] = Version;
        bytes[1] = (byte)difficulty;
        RandomNumberGenerator.Fill(bytes[NonceAt..]);
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a ticket; null when it is none of this version.</summary>
    public static WorkTicket? Read(ReadOnlySpan<char> text)
    {
        Span<byte> bytes = stackalloc byte[Length];
        // The decoder would pass over white space and take '%' for padding.
        return text.Length == TextLength
            && !text.ContainsAnyExcept(Alphabet)
            && Base64Url.DecodeFromChars(text, bytes) == Length
            && bytes[0] == Version
            ? new WorkTicket(
                bytes[1],
                BinaryPrimitives.ReadInt64BigEndian(bytes) & ((1L << ExpiryBits) - 1),
                Base64Url.EncodeToString(bytes[NonceAt..]))
            : null;
    }
}
