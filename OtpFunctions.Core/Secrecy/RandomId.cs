using System.Buffers.Binary;
using System.Buffers.Text;
using System.Diagnostics.CodeAnalysis;
using System.Security.Cryptography;

namespace OtpFunctions.Core.Secrecy;

/// <summary>Names nobody can guess, of 128 random bits.</summary>
internal static class RandomId
{
    private const int HexLength = 32;

    /// <summary>32 lower-case hex digits.</summary>
    public static string Hex() => RandomNumberGenerator.GetHexString(HexLength, lowercase: true);

    /// <summary>Whether this is the shape of <see cref="Hex"/>.</summary>
    public static bool IsHex([NotNullWhen(true)] string? text) =>
        text?.Length == HexLength && text.All(char.IsAsciiHexDigitLower);

    /// <summary>A UUID of version 4 (RFC 9562), as text.</summary>
    public static string Uuid()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        bits[6] = (byte)((bits[6] & 0x0F) | 0x40);
        bits[8] = (byte)((bits[8] & 0x3F) | 0x80);
        return new Guid(bits, bigEndian: true).ToString();
    }

    /// <summary>A UUID of version 7 (RFC 9562), as text: it begins with its time.</summary>
    /// <param name="time">Unix milliseconds.</param>
    public static string OrderedUuid(long time)
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        BinaryPrimitives.WriteInt64BigEndian(bits, (time << 16) | 0x7000L | ((bits[6] & 0x0FL) << 8) | bits[7]);
        bits[8] = (byte)((bits[8] & 0x3F) | 0x80);
        return new Guid(bits, bigEndian: true).ToString();
    }

    /// <summary>22 characters of base64url: the shortest, for rows.</summary>
    public static string Short()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        return Base64Url.EncodeToString(bits);
    }
}
