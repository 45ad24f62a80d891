using System.Security.Cryptography;

namespace OtpFunctions.Core.Codes;

/// <summary>Codes from the system's cryptographic generator, each equally likely, leading zeros included.</summary>
internal static class CodeGenerator
{
    public static string Generate(CodeAlphabet alphabet, int length) => RandomNumberGenerator.GetString(Symbols(alphabet), length);

    private static ReadOnlySpan<char> Symbols(CodeAlphabet alphabet) => alphabet switch
    {
        CodeAlphabet.Digits => "0123456789",
        CodeAlphabet.DigitsAndLowercase => "23456789abcdefghjkmnpqrstuvwxyz",
        CodeAlphabet.DigitsAndLetters => "23456789abcdefghjkmnpqrstuvwxyzABCDEFGHJKLMNPQRSTUVWXYZ",
    };
}
