using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Captchas;

namespace OtpFunctions.Tests.Captchas;

public sealed class PictureOptionsTests
{
    [Fact]
    public void The_defaults_pass()
    {
        var options = new PictureOptions();

        Assert.Empty(Check(options));
        Assert.True(options.Length * Math.Log2(options.SymbolsUpper.Length) >= 20, "OWASP ASVS 6.5.4 asks for 20 bits");
    }

    [Theory]
    [InlineData(79, 60, 4, nameof(PictureOptions.Width))]
    [InlineData(80, 60, 4, null)]
    [InlineData(400, 60, 5, null)]
    [InlineData(401, 60, 5, nameof(PictureOptions.Width))]
    [InlineData(160, 29, 5, nameof(PictureOptions.Height))]
    [InlineData(160, 30, 5, null)]
    [InlineData(160, 200, 5, null)]
    [InlineData(160, 201, 5, nameof(PictureOptions.Height))]
    [InlineData(160, 60, 3, nameof(PictureOptions.Length))]
    [InlineData(160, 60, 4, null)]
    [InlineData(160, 60, 8, null)]
    [InlineData(200, 60, 9, nameof(PictureOptions.Length))]
    [InlineData(99, 60, 5, "Otp:Captcha:Picture:Width must be at least 20 pixels for each of the 5 symbols.")]
    [InlineData(100, 60, 5, null)]
    public void Sizes_are_held_to_their_limits(int width, int height, int length, string? fault) =>
        AssertFault(fault, new PictureOptions { Width = width, Height = height, Length = length });

    [Theory]
    [InlineData("23689ACE", true)]
    [InlineData("23689ace", true)]
    [InlineData("23689AC", false)]
    [InlineData("", false)]
    [InlineData("23689ACEE", false)]
    [InlineData("23689ACEe", false)]
    [InlineData("23689ACE0", false)]
    [InlineData("23689ACE ", false)]
    [InlineData("23689ACE,", false)]
    [InlineData("23689AC\u0415", false)]
    [InlineData("23689AC\u212A", false)]
    public void An_alphabet_has_8_different_symbols_that_can_be_drawn(string alphabet, bool isGood) =>
        AssertFault(isGood ? null : "Otp:Captcha:Picture:Alphabet must be", new PictureOptions { Alphabet = alphabet });

    [Theory]
    [InlineData("#000000", "#FFFFFF", true)]
    [InlineData("#767676", "#FFFFFF", true)]
    [InlineData("#777777", "#FFFFFF", false)]
    [InlineData("#1b3a6b, #6B1B3A", "#FFFFFF", true)]
    [InlineData("#1B3A6B,#999999", "#FFFFFF", false)]
    [InlineData("#FFFFFF", "#000000", true)]
    [InlineData("#1B3A6B", "#000000", false)]
    [InlineData("", "#FFFFFF", false)]
    [InlineData("#1B3A6B,", "#FFFFFF", false)]
    [InlineData("1B3A6B", "#FFFFFF", false)]
    [InlineData("#1B3A6", "#FFFFFF", false)]
    [InlineData("#1B3A6G", "#FFFFFF", false)]
    [InlineData("# B3A6B", "#FFFFFF", false)]
    [InlineData("navy", "#FFFFFF", false)]
    public void Each_ink_stands_out_from_the_paper(string ink, string paper, bool isGood) =>
        AssertFault(isGood ? null : "Otp:Captcha:Picture:Ink must be", new PictureOptions { Ink = ink, Paper = paper });

    [Theory]
    [InlineData("")]
    [InlineData("white")]
    [InlineData("#FFF")]
    [InlineData("#FFFFFF00")]
    public void Paper_is_a_colour(string paper) =>
        AssertFault("Otp:Captcha:Picture:Paper must be a colour", new PictureOptions { Paper = paper });

    [Theory]
    [InlineData(PictureDifficulty.Low, true)]
    [InlineData(PictureDifficulty.High, true)]
    [InlineData((PictureDifficulty)3, false)]
    [InlineData((PictureDifficulty)(-1), false)]
    public void A_difficulty_has_a_name(PictureDifficulty difficulty, bool isGood) => AssertFault(
        isGood ? null : "Otp:Captcha:Picture:Difficulty must be one of Low, Normal, High",
        new PictureOptions { Difficulty = difficulty });

    // The contrast of WCAG's own examples: https://www.w3.org/WAI/WCAG22/Techniques/general/G18
    [Theory]
    [InlineData("#000000", "#FFFFFF", 21)]
    [InlineData("#FFFFFF", "#000000", 21)]
    [InlineData("#777777", "#FFFFFF", 4.48)]
    [InlineData("#123456", "#123456", 1)]
    public void Contrast_is_that_of_WCAG(string one, string two, double ratio)
    {
        Assert.True(PictureColor.TryParse(one, out var first) & PictureColor.TryParse(two, out var second));

        Assert.Equal(ratio, first.ContrastTo(second), 0.005);
    }

    private static void AssertFault(string? fault, PictureOptions options)
    {
        var faults = Check(options);
        if (fault is null)
        {
            Assert.Empty(faults);
        }
        else
        {
            Assert.Contains(fault, Assert.Single(faults), StringComparison.Ordinal);
        }
    }

    // Ranges and rules each: Validator leaves out the rules when a range does not hold.
    private static List<string> Check(PictureOptions options)
    {
        var ranges = new List<ValidationResult>();
        Validator.TryValidateObject(options, new ValidationContext(options), ranges, validateAllProperties: true);
        return [.. ranges.Select(result => result.ErrorMessage ?? "")];
    }
}
