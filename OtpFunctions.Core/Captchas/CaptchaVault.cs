using System.Security.Cryptography;
using OtpFunctions.Core.Secrecy;

namespace OtpFunctions.Core.Captchas;

/// <summary>
/// Captchas as they may lie in storage: found by keyed hashes, answers and pictures encrypted for their place. Whoever
/// reads the table can neither read a picture nor fetch it, for its name is nowhere in it.
/// </summary>
internal sealed class CaptchaVault(KeyHasher hasher, CodeProtector protector)
{
    private const int RandLength = 5;
    private const string LettersAndDigits = "0123456789abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ";

    /// <summary>A rand of its own.</summary>
    public static string NewRand() => RandomNumberGenerator.GetString(LettersAndDigits, RandLength);

    /// <summary>
    /// The rand of the picture with this name: derived, so that one row is found by both, and keyed, so that neither
    /// tells the other. Each of the 62 symbols is equally likely.
    /// </summary>
    public string RandOf(string name) =>
        string.Concat(hasher.Hash("captcha rand", name).Where(char.IsAsciiLetterOrDigit).Take(RandLength));

    public string KeyOf(string kind, string rand) => hasher.Hash($"captcha {kind}", rand);

    public string IndexKeyOf(string kind, string hash) => hasher.Hash("captcha hash", $"{kind}\n{hash}");

    public byte[] Seal(string text, string place) => protector.Protect(text, place);

    public byte[] Seal(ReadOnlySpan<byte> bytes, string place) => protector.Protect(bytes, place);

    /// <summary>The text, or null when it was sealed for another place or its key is gone.</summary>
    public string? Open(byte[] box, string place) => protector.Unprotect(box, place);

    /// <summary>The bytes, or null as above.</summary>
    public byte[]? OpenBytes(byte[] box, string place) => protector.UnprotectBytes(box, place);

    /// <summary>Whether the answer is right: a code to the letter, or the hash of the right one.</summary>
    public bool Matches(byte[] box, string place, CaptchaAnswer answer, string rand) => answer.Code is { } code
        ? protector.Matches(box, place, code)
        : protector.Unprotect(box, place) is { } right && CaptchaHash.Matches(answer.Hash!, right, rand);
}
