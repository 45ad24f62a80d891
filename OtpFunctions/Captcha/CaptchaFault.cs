namespace OtpFunctions.Captcha;

/// <summary>What can be wrong with a request. A key that is missing comes before a value that is wrong.</summary>
internal enum CaptchaFault
{
    /// <summary>A name that must be there is not: status -1.</summary>
    KeyMissing,

    /// <summary>What stands under a name is not what may stand there, null included: status -2.</summary>
    ValueWrong,
}
