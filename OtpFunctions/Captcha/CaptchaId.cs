namespace OtpFunctions.Captcha;

/// <summary>The id to answer with, kept with the request for whatever goes wrong with it.</summary>
/// <param name="Value">As it is echoed.</param>
internal sealed record CaptchaId(long Value);
