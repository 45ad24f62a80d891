namespace OtpFunctions.Core.Captchas;

/// <summary>Leads from the hash of a right answer to the captcha's rand. Times are Unix milliseconds.</summary>
internal sealed record CaptchaIndex
{
    public static CaptchaIndex None { get; } = new();

    /// <summary>Empty where nothing was written.</summary>
    public string Rand { get; init; } = "";

    public long ExpiresAt { get; init; }
}
