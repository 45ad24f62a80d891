using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

public sealed class PhoneNumberWithCountryCodeTests
{
    [Theory]
    [InlineData("13612345678", "86", "+8613612345678")]
    [InlineData("13612345678", "+86", "+8613612345678")]
    [InlineData("13612345678", " 86 ", "+8613612345678")]
    [InlineData("136-1234-5678", "86", "+8613612345678")]
    [InlineData("013612345678", "86", "+8613612345678")]
    [InlineData("07700 900123", "44", "+447700900123")]
    [InlineData("7700 900123", "44", "+447700900123")]
    [InlineData("347 1234567", "39", "+393471234567")]
    [InlineData("06 6982 0000", "39", "+390669820000")]
    [InlineData("415-555-2671", "1", "+14155552671")]
    [InlineData("13612345678", "49", "+4913612345678")]
    public void A_national_number_gets_its_country_code(string number, string countryCode, string e164)
    {
        Assert.True(PhoneNumber.TryParse(number, countryCode, out var phone));
        Assert.Equal(e164, phone.Delivery);
        Assert.Equal(e164, phone.LimiterKey);
        Assert.Equal(countryCode.Trim(' ').TrimStart('+'), phone.CountryCode);
    }

    [Theory]
    [InlineData("+8613612345678", "86")]
    [InlineData("+86 136 1234 5678", "+86")]
    [InlineData("008613612345678", "86")]
    public void An_international_number_agrees_with_the_country_code(string number, string countryCode)
    {
        Assert.True(PhoneNumber.TryParse(number, countryCode, out var phone));
        Assert.Equal("+8613612345678", phone.Delivery);
    }

    [Theory]
    [InlineData("+8613612345678", "1")]
    [InlineData("008613612345678", "44")]
    [InlineData("+14155552671", "86")]
    [InlineData("8613612345678", "86")]
    public void A_number_that_disagrees_with_the_country_code_is_refused(string number, string countryCode) =>
        Refused(number, countryCode);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData(" ")]
    [InlineData("+")]
    [InlineData("++86")]
    [InlineData("0086")]
    [InlineData("86 1")]
    [InlineData("861")]
    [InlineData("8")]
    [InlineData("999")]
    [InlineData("1242")]
    [InlineData("CN")]
    [InlineData("86\n")]
    [InlineData("\uFF18\uFF16")]
    [InlineData("\u0668\u0666")]
    public void Without_an_assigned_country_code_a_number_is_refused(string? countryCode) =>
        Refused("13612345678", countryCode);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("0")]
    [InlineData("12612345678")]
    [InlineData("1361234567")]
    [InlineData("136123456789")]
    [InlineData("a@x.com")]
    [InlineData("1234567890123456789")]
    [InlineData("1234567890123456789012345678901234567890")]
    public void A_number_that_does_not_fit_the_country_is_refused(string? number) => Refused(number, "86");

    private static void Refused(string? number, string? countryCode)
    {
        Assert.False(PhoneNumber.TryParse(number, countryCode, out var phone));
        Assert.Null(phone);
    }
}
