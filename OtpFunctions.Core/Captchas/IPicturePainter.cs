namespace OtpFunctions.Core.Captchas;

/// <summary>Draws the text that a person is asked to read.</summary>
internal interface IPicturePainter
{
    /// <summary>
    /// A PNG of the text; the same text and seed give the same bytes. What it throws means that no picture can be made.
    /// </summary>
    /// <param name="text">Symbols of the alphabet, in either case.</param>
    /// <param name="seed">32 random bytes, from which all that is random in the picture comes.</param>
    byte[] Paint(string text, ReadOnlySpan<byte> seed);
}
