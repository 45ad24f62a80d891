using System.ComponentModel.DataAnnotations;

namespace OtpFunctions.Core.Captchas;

/// <summary>How pictures are drawn. Section <c>Otp:Captcha:Picture</c>.</summary>
public sealed class PictureOptions
{
    /// <summary>What texts are made of: letters and digits that are not taken for each other.</summary>
    public string Alphabet { get; set; } = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";

    /// <summary>How many symbols a text has, 4 to 8; 5 unless set.</summary>
    [Range(4, 8)]
    public int Length { get; set; } = 5;
}
