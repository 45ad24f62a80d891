using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Captchas;

/// <summary>Leads from the hash of a right answer to the captcha's rand. Times are Unix milliseconds.</summary>
internal sealed record CaptchaIndex
{
    public static CaptchaIndex None { get; } = new();

    /// <summary>Empty where nothing was written.</summary>
    public string Rand { get; init; } = "";

    public long ExpiresAt { get; init; }

    /// <summary>What the row of the rand says, of a code by SMS: it saves reading that one too. Rows without it have none.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public SmsState? Sms { get; init; }
}
