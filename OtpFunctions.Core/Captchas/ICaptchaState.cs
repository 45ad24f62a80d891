namespace OtpFunctions.Core.Captchas;

/// <summary>What a captcha of any kind keeps until it has expired.</summary>
internal interface ICaptchaState
{
    /// <summary>The first moment at which its rand may be another's, Unix milliseconds.</summary>
    long ExpiresAt { get; }
}
