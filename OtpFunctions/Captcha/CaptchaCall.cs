namespace OtpFunctions.Captcha;

/// <summary>What is asked for, by type and subtype.</summary>
internal enum CaptchaCall
{
    /// <summary>img, generate.</summary>
    GeneratePicture,

    /// <summary>img, validate.</summary>
    ValidatePicture,

    /// <summary>sms, generate.</summary>
    GenerateSms,

    /// <summary>sms, validate.</summary>
    ValidateSms,

    /// <summary>pow, generate.</summary>
    GenerateWork,

    /// <summary>pow, validate.</summary>
    ValidateWork,
}
