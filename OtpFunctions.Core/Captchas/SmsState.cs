namespace OtpFunctions.Core.Captchas;

/// <summary>
/// Whose code a rand goes with. Immutable; times are Unix milliseconds. Whether the code is still good is said by the
/// recipient's row alone.
/// </summary>
internal sealed record SmsState : ICaptchaState
{
    public static SmsState None { get; } = new();

    /// <summary>The number, encrypted; empty where nothing was written.</summary>
    public byte[] Phone { get; init; } = [];

    /// <summary>The code, encrypted.</summary>
    public byte[] Title { get; init; } = [];

    /// <summary>After the code's own expiry.</summary>
    public long ExpiresAt { get; init; }
}
