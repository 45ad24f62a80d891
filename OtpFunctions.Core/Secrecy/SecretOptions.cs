using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Core.Secrecy;

/// <summary>The secrets the service keeps outside its tables. Section <c>Otp:Secrets</c>.</summary>
public sealed class SecretOptions : IValidatableObject
{
    private const int LeastPepperBytes = 32;
    private const int LeastConsoleKeyLength = 32;

    // What App Service leaves in the setting when it could not read the vault: long enough for a key, and no secret.
    private const string UnreadReference = "@Microsoft.KeyVault(";

    /// <summary>
    /// Base64 of at least 32 random bytes: the HMAC key of addresses, names and secrets. Changed, it forgets every code,
    /// window, user and session, and the secret of every application and caller.
    /// </summary>
    public string Pepper { get; set; } = "";

    /// <summary>AES-256 keys as <c>id:base64;id:base64</c>: the first encrypts codes, all decrypt them.</summary>
    public string CodeKeys { get; set; } = "";

    /// <summary>The bearer key of /api/console, at least 32 characters.</summary>
    public string ConsoleKey { get; set; } = "";

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ReadPepper() is null)
        {
            yield return new ValidationResult("Otp:Secrets:Pepper must be base64 of at least 32 random bytes.");
        }

        if (!CodeKey.TryParseRing(CodeKeys, out _))
        {
            yield return new ValidationResult(
                "Otp:Secrets:CodeKeys must be id:base64[;id:base64...]: ids of 1 to 16 letters or digits, each once, and keys of 32 random bytes.");
        }

        if (ConsoleKey.Length < LeastConsoleKeyLength
            || ConsoleKey.Distinct().Count() < 8
            || ConsoleKey.StartsWith(UnreadReference, StringComparison.OrdinalIgnoreCase))
        {
            yield return new ValidationResult("Otp:Secrets:ConsoleKey must be at least 32 random characters.");
        }
    }

    /// <summary>Secrets do not print themselves.</summary>
    public override string ToString() => nameof(SecretOptions);

    internal byte[]? ReadPepper()
    {
        var bytes = new byte[Pepper.Length];
        return Convert.TryFromBase64String(Pepper, bytes, out var length)
            && length >= LeastPepperBytes
            && bytes.AsSpan(0, length).IndexOfAnyExcept(bytes[0]) >= 0
            ? bytes[..length]
            : null;
    }

    internal IReadOnlyList<CodeKey> ReadCodeKeys() =>
        CodeKey.TryParseRing(CodeKeys, out var ring) ? ring : throw new InvalidOperationException("Otp:Secrets:CodeKeys was not validated.");
}
