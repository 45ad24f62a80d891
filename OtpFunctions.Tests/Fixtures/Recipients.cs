using System.Security.Cryptography;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Recipients nobody else has.</summary>
public static class Recipients
{
    /// <summary>A mainland mobile number.</summary>
    public static string Mobile() => "13" + RandomNumberGenerator.GetString("0123456789", 9);

    /// <summary>A number abroad, in E.164.</summary>
    public static string Abroad() => "+447" + RandomNumberGenerator.GetString("0123456789", 9);

    public static string Email() => $"u{RandomNumberGenerator.GetHexString(16, lowercase: true)}@example.com";
}
