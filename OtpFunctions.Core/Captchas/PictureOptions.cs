using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Core.Captchas;

/// <summary>What a captcha's picture looks like. Section <c>Otp:Captcha:Picture</c>; docs/decisions/0009.</summary>
public sealed class PictureOptions : IValidatableObject
{
    private const int LeastSymbols = 8;
    private const int LeastWidthPerSymbol = 20;
    private const double LeastContrast = 4.5;

    /// <summary>Pixels from left to right, 80 to 400; 160 unless set. At least 20 for each symbol of the text.</summary>
    [Range(80, 400)]
    public int Width { get; set; } = 160;

    /// <summary>Pixels from top to bottom, 30 to 200; 60 unless set.</summary>
    [Range(30, 200)]
    public int Height { get; set; } = 60;

    /// <summary>Symbols of a text, 4 to 8; 5 unless set. Five of the default alphabet are 20 bits.</summary>
    [Range(4, 8)]
    public int Length { get; set; } = 5;

    /// <summary>
    /// What texts are made of: at least 8 of the symbols 23689ACEHKMNRTUX. Whoever answers may use either case. A symbol that looks like another when turned and crossed by a curve has no glyph.
    /// </summary>
    public string Alphabet { get; set; } = GlyphSet.Symbols;

    /// <summary>
    /// Colours of ink with commas between them, one of which a picture takes for all it draws; each with a contrast to
    /// the paper of at least 4.5:1 (WCAG 2.2, 1.4.3).
    /// </summary>
    public string Ink { get; set; } = "#1B3A6B,#6B1B3A,#1B4D2E,#4A1B6B";

    /// <summary>The colour behind the ink; #FFFFFF unless set.</summary>
    public string Paper { get; set; } = "#FFFFFF";

    /// <summary>How hard pictures are to read; Normal unless set.</summary>
    public PictureDifficulty Difficulty { get; set; } = PictureDifficulty.Normal;

    /// <summary>The alphabet in upper case, as texts are drawn at random from it.</summary>
    internal string SymbolsUpper => Alphabet.ToUpperInvariant();

    /// <inheritdoc />
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (Width < Length * LeastWidthPerSymbol)
        {
            yield return new ValidationResult(
                $"Otp:Captcha:Picture:Width must be at least {LeastWidthPerSymbol} pixels for each of the {Length} symbols.");
        }

        if (!IsAlphabet(SymbolsUpper))
        {
            yield return new ValidationResult(
                $"Otp:Captcha:Picture:Alphabet must be at least {LeastSymbols} of {GlyphSet.Symbols}, each once in one case.");
        }

        if (!PictureColor.TryParse(Paper, out var paper))
        {
            yield return new ValidationResult("Otp:Captcha:Picture:Paper must be a colour: #FFFFFF.");
        }
        else if (!TryReadInks(out var inks) || !Array.TrueForAll(inks, ink => ink.ContrastTo(paper) >= LeastContrast))
        {
            yield return new ValidationResult(
                "Otp:Captcha:Picture:Ink must be colours with commas between them, #1B3A6B,#6B1B3A, each with a contrast to the paper of at least 4.5:1.");
        }

        if (!Enum.IsDefined(Difficulty))
        {
            yield return new ValidationResult(
                $"Otp:Captcha:Picture:Difficulty must be one of {string.Join(", ", Enum.GetNames<PictureDifficulty>())}.");
        }
    }

    internal PictureColor ReadPaper() =>
        PictureColor.TryParse(Paper, out var paper) ? paper : throw NotValidated(nameof(Paper));

    internal PictureColor[] ReadInks() => TryReadInks(out var inks) ? inks : throw NotValidated(nameof(Ink));

    private static bool IsAlphabet(string symbols) =>
        symbols.Length >= LeastSymbols
        && symbols.All(symbol => GlyphSet.Symbols.Contains(symbol, StringComparison.Ordinal))
        && symbols.Distinct().Count() == symbols.Length;

    private static InvalidOperationException NotValidated(string setting) =>
        new($"Otp:Captcha:Picture:{setting} was not validated.");

    private bool TryReadInks(out PictureColor[] inks)
    {
        var texts = Ink.Split(',', StringSplitOptions.TrimEntries);
        inks = new PictureColor[texts.Length];
        for (var i = 0; i < texts.Length; i++)
        {
            if (!PictureColor.TryParse(texts[i], out inks[i]))
            {
                return false;
            }
        }

        return true;
    }
}
