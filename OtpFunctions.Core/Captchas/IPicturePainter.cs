namespace OtpFunctions.Core.Captchas;

/// <summary>Draws the text of a captcha.</summary>
internal interface IPicturePainter
{
    /// <summary>A PNG of the text. All pictures have one size in bytes, so that it tells nothing.</summary>
    /// <param name="text">What is to be read.</param>
    /// <param name="seed">32 random bytes, on which every chance in the picture depends.</param>
    byte[] Paint(string text, ReadOnlySpan<byte> seed);
}
