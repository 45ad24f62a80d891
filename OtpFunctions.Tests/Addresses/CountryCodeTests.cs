using System.Globalization;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

/// <summary>The list of ITU-T the other way round: by its short codes, and by what is spare or reserved.</summary>
public sealed class CountryCodeTests
{
    private static readonly string[] TwoDigitCodes =
    [
        "20", "27", "30", "31", "32", "33", "34", "36", "39", "40", "41", "43", "44", "45", "46", "47", "48", "49",
        "51", "52", "53", "54", "55", "56", "57", "58", "60", "61", "62", "63", "64", "65", "66",
        "81", "82", "84", "86", "90", "91", "92", "93", "94", "95", "98",
    ];

    private static readonly (int First, int Last)[] SpareOrReserved =
    [
        (0, 99), (210, 210), (214, 215), (217, 217), (219, 219), (259, 259), (280, 289), (292, 296), (384, 384),
        (422, 422), (424, 429), (671, 671), (684, 684), (693, 699), (801, 807), (809, 809), (830, 839), (851, 851),
        (854, 854), (857, 859), (871, 877), (879, 879), (884, 885), (887, 887), (889, 889), (890, 899), (969, 969),
        (978, 978), (990, 990), (997, 997), (999, 999),
    ];

    public static TheoryData<string> Codes => [.. ThreeDigits().Select(Code).OfType<string>().Distinct()];

    public static TheoryData<string> Spare => [.. ThreeDigits().Where(digits => Code(digits) is null)];

    [Fact]
    public void The_list_has_218_codes() => Assert.Equal(218, Codes.Count);

    [Fact]
    public void Every_three_digits_begin_with_the_code_of_the_list_or_with_none() =>
        Assert.All(ThreeDigits(), digits => Assert.Equal(Code(digits)?.Length ?? 0, CountryCodes.LengthIn(digits)));

    [Theory]
    [MemberData(nameof(Codes))]
    public void A_number_of_an_assigned_country_code_is_accepted(string code)
    {
        var national = code == "86" ? "13612345678" : "2345678901";

        Assert.True(PhoneNumber.TryParse($"+{code}{national}", out var international));
        Assert.True(PhoneNumber.TryParse(national, code, out var beside));
        Assert.Equal(code, international.CountryCode);
        Assert.Equal(national, international.NationalNumber);
        Assert.Equal(international, beside);
    }

    [Theory]
    [MemberData(nameof(Spare))]
    public void A_number_of_no_assigned_country_code_is_refused(string prefix)
    {
        Assert.False(PhoneNumber.TryParse($"+{prefix}2345678", out _));
        Assert.False(PhoneNumber.TryParse($"00{prefix}2345678", out _));
        Assert.False(PhoneNumber.TryParse("2345678901", prefix, out _));
    }

    [Theory]
    [InlineData("")]
    [InlineData("2")]
    [InlineData("21")]
    [InlineData("8")]
    [InlineData("88")]
    [InlineData("99")]
    public void A_part_of_a_code_is_none(string digits)
    {
        Assert.Equal(0, CountryCodes.LengthIn(digits));
        Assert.False(CountryCodes.IsAssigned(digits));
    }

    private static IEnumerable<string> ThreeDigits() =>
        Enumerable.Range(0, 1000).Select(number => number.ToString("D3", CultureInfo.InvariantCulture));

    private static string? Code(string digits)
    {
        var number = int.Parse(digits, CultureInfo.InvariantCulture);
        if (digits[0] is '1' or '7')
            return digits[..1];
        if (TwoDigitCodes.Contains(digits[..2]))
            return digits[..2];
        return SpareOrReserved.Any(range => number >= range.First && number <= range.Last) ? null : digits;
    }
}
