using System.Buffers.Text;
using System.Security.Cryptography;

namespace OtpFunctions.Core.Secrecy;

/// <summary>Names nobody can guess, of 128 random bits.</summary>
internal static class RandomId
{
    /// <summary>32 lower-case hex digits.</summary>
    public static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    /// <summary>A UUID of version 4, as text.</summary>
#pragma warning disable RS0030 // The one place that asks for one; .NET draws it from the system's cryptographic generator.
    public static string Uuid() => Guid.NewGuid().ToString();
#pragma warning restore RS0030

    /// <summary>22 characters of base64url: the shortest, for rows.</summary>
    public static string Short()
    {
        Span<byte> bits = stackalloc byte[16];
        RandomNumberGenerator.Fill(bits);
        return Base64Url.EncodeToString(bits);
    }
}
