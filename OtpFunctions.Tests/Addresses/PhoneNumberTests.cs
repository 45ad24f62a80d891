using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

public sealed class PhoneNumberTests
{
    [Theory]
    [InlineData("13612345678")]
    [InlineData(" 13612345678 ")]
    [InlineData("136 1234 5678")]
    [InlineData("136-1234-5678")]
    [InlineData("136.1234.5678")]
    [InlineData("136 (1234) 5678")]
    [InlineData("+8613612345678")]
    [InlineData("+86 136-1234-5678")]
    [InlineData("+86 (136) 1234 5678")]
    [InlineData("008613612345678")]
    [InlineData("00 86 136 1234 5678")]
    [InlineData("+86 013612345678")]
    [InlineData("+86 (0)136 1234 5678")]
    public void Every_spelling_of_a_mainland_number_is_one_number(string text)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal("+8613612345678", number.Delivery);
        Assert.Equal("+8613612345678", number.LimiterKey);
        Assert.Equal("+8613612345678", number.E164);
        Assert.Equal("86", number.CountryCode);
        Assert.Equal("13612345678", number.NationalNumber);
        Assert.Equal(DeliveryChannel.Sms, number.Channel);
        Assert.True(number.IsMainlandChina);
    }

    [Theory]
    [InlineData("13012345678", true)]
    [InlineData("19912345678", true)]
    [InlineData("12912345678", false)]
    [InlineData("10012345678", false)]
    [InlineData("1361234567", false)]
    [InlineData("136123456789", false)]
    [InlineData("23612345678", false)]
    [InlineData("03612345678", false)]
    [InlineData("01361234567", false)]
    [InlineData("013612345678", false)]
    [InlineData("8613612345678", false)]
    public void A_mainland_mobile_is_1_then_3_to_9_then_nine_digits(string text, bool accepted)
    {
        Assert.Equal(accepted, PhoneNumber.TryParse(text, out _));
        if (text.Length == 11)
            Assert.Equal(accepted, PhoneNumber.TryParse("+86" + text, out _));
    }

    [Theory]
    [InlineData("+861361234567")]
    [InlineData("+86136123456789")]
    [InlineData("+861065320000")]
    [InlineData("+8623612345678")]
    public void Of_mainland_China_only_mobile_numbers_get_messages(string text) => Refused(text);

    [Theory]
    [InlineData("+14155552671", true)]
    [InlineData("+1 (415) 555-2671", true)]
    [InlineData("0012155552671", true)]
    [InlineData("+1415555267", false)]
    [InlineData("+141555526711", false)]
    [InlineData("+10155552671", false)]
    [InlineData("+11155552671", false)]
    [InlineData("+104155552671", false)]
    public void A_North_American_number_has_ten_digits_from_2(string text, bool accepted) =>
        Assert.Equal(accepted, PhoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData("+44 (0)20 7946 0958", "+442079460958")]
    [InlineData("+44 020 7946 0958", "+442079460958")]
    [InlineData("+44 20 7946 0958", "+442079460958")]
    [InlineData("0044 (0) 20 7946 0958", "+442079460958")]
    [InlineData("+49 (0)151 23456789", "+4915123456789")]
    public void The_trunk_zero_of_national_calls_is_dropped(string text, string e164) => Accepted(text, e164);

    [Theory]
    [InlineData("+39 06 6982 0000", "+390669820000")]
    [InlineData("+39 347 1234567", "+393471234567")]
    [InlineData("+378 0549 882345", "+3780549882345")]
    [InlineData("+379 06 6982 0000", "+3790669820000")]
    [InlineData("+225 07 07 12 34 56", "+2250707123456")]
    [InlineData("+226 02 12 34 56", "+22602123456")]
    [InlineData("+229 01 90 12 34 56", "+2290190123456")]
    [InlineData("+241 06 12 34 56", "+24106123456")]
    [InlineData("+242 06 612 3456", "+242066123456")]
    [InlineData("+992 04 123 4567", "+992041234567")]
    [InlineData("+881 0 1234 5678", "+881012345678")]
    public void A_zero_that_is_part_of_the_number_stays(string text, string e164) => Accepted(text, e164);

    [Theory]
    [InlineData("+44 00 20 7946 0958")]
    [InlineData("+44 (0)0 7946 0958")]
    [InlineData("+44 0")]
    public void Behind_a_trunk_zero_comes_no_other(string text) => Refused(text);

    [Theory]
    [InlineData("+6512345", true)]
    [InlineData("+651234", false)]
    [InlineData("+2901234", true)]
    [InlineData("+290123", false)]
    [InlineData("+491234567890123", true)]
    [InlineData("+4912345678901234", false)]
    [InlineData("+4901234567890123", true)]
    [InlineData("00 49 0 1234567890123", true)]
    [InlineData("00 49 0 12345678901234", false)]
    public void A_number_has_7_to_15_digits(string text, bool accepted) =>
        Assert.Equal(accepted, PhoneNumber.TryParse(text, out _));

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+")]
    [InlineData("00")]
    [InlineData("+ 8613612345678")]
    [InlineData("++8613612345678")]
    [InlineData("+008613612345678")]
    [InlineData("86+13612345678")]
    [InlineData("+86+13612345678")]
    [InlineData("-8613612345678")]
    [InlineData("+-8613612345678")]
    [InlineData("(+86)13612345678")]
    [InlineData("(136)12345678")]
    [InlineData("136-1234-5678-")]
    [InlineData("136-1234-5678.")]
    [InlineData("136 1234 (5678)")]
    [InlineData("136 (1234 5678")]
    [InlineData("136 1234) 5678")]
    [InlineData("136 () 12345678")]
    [InlineData("136 ((1234)) 5678")]
    [InlineData("136 (12(34) 5678")]
    [InlineData("136)1234(5678")]
    [InlineData("136/1234/5678")]
    [InlineData("136,12345678")]
    [InlineData("1361234567x")]
    [InlineData("13612345678 ext. 1")]
    [InlineData("13612345678;13612345679")]
    [InlineData("13612345678,13612345679")]
    [InlineData("tel:+8613612345678")]
    [InlineData("1.3612345678e10")]
    [InlineData("0x13612345678")]
    public void Separators_stand_between_digits_and_nothing_else_does(string? text) => Refused(text);

    [Theory]
    [InlineData("\u0661\u0663\u0666\u0661\u0662\u0663\u0664\u0665\u0666\u0667\u0668", "Arabic-Indic digits")]
    [InlineData("1361234567\u0668", "one Arabic-Indic digit")]
    [InlineData("\uFF11\uFF13\uFF16\uFF11\uFF12\uFF13\uFF14\uFF15\uFF16\uFF17\uFF18", "full-width digits")]
    [InlineData("\uFF0B8613612345678", "full-width plus")]
    [InlineData("1361234567\u0967", "a Devanagari digit")]
    [InlineData("1361234567\u00B2", "superscript two")]
    [InlineData("\ud835\udfcf3612345678", "a mathematical digit")]
    [InlineData("13612345678\n", "trailing newline")]
    [InlineData("13612345678\r\n", "trailing line break")]
    [InlineData("\t13612345678", "tab")]
    [InlineData("136\n12345678", "inner newline")]
    [InlineData("13612345678\0", "NUL")]
    [InlineData("\u202D13612345678\u202C", "the bidirectional marks of a copied contact")]
    [InlineData("136\u200B12345678", "zero-width space")]
    [InlineData("\uFEFF13612345678", "byte order mark")]
    [InlineData("136\u00A01234\u00A05678", "no-break spaces")]
    [InlineData("136\u20131234\u20135678", "en dashes")]
    public void Only_ASCII_digits_and_separators_are_read(string text, string why)
    {
        Assert.NotEmpty(why);
        Refused(text);
    }

    [Fact]
    public void A_spelling_has_at_most_40_characters()
    {
        var spelled = "1" + new string(' ', 29) + "3612345678";

        Assert.Equal(40, spelled.Length);
        Accepted(spelled, "+8613612345678");
        Refused(spelled.Replace("1 ", "1  ", StringComparison.Ordinal));
    }

    private static void Accepted(string text, string e164)
    {
        Assert.True(PhoneNumber.TryParse(text, out var number));
        Assert.Equal(e164, number.Delivery);
        Assert.Equal(e164, number.LimiterKey);
        Assert.Equal(number.IsMainlandChina, e164.StartsWith("+86", StringComparison.Ordinal));
    }

    private static void Refused(string? text)
    {
        Assert.False(PhoneNumber.TryParse(text, out var number));
        Assert.Null(number);
        Assert.False(Address.TryParse(text, out _));
    }
}
