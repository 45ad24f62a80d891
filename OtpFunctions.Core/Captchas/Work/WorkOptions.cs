using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Core.Captchas.Work;

/// <summary>
/// The challenge that a device solves instead of a person (docs/decisions/0008). Section <c>Otp:Captcha:Work</c>.
/// </summary>
public sealed class WorkOptions
{
    /// <summary>
    /// Leading zero bits a solution's hash needs, 10 to 24; 18 unless set. A device tries 2^bits solutions on average:
    /// each bit more doubles the wait of every visitor and the cost of every abuse. Holds for challenges issued from now on.
    /// </summary>
    [Range(10, 24)]
    public int Difficulty { get; set; } = 18;

    /// <summary>Minutes in which a challenge may be redeemed, 1 to 10; 5 unless set.</summary>
    [Range(1, 10)]
    public int Minutes { get; set; } = 5;
}
