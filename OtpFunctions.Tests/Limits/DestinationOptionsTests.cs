using System.ComponentModel.DataAnnotations;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Tests.Limits;

public sealed class DestinationOptionsTests
{
    [Fact]
    public void What_is_not_set_is_on() => Assert.Equivalent(
        new
        {
            Countries = "86",
            TimeZone = "Asia/Shanghai",
            PerCountryPerDay = 10_000,
            PerPrefixPerDay = 100,
            SmsPerDay = 50_000,
            EmailPerDay = 100_000,
        },
        new DestinationOptions());

    [Theory]
    [InlineData("*", true)]
    [InlineData("86", true)]
    [InlineData("86,852, 853 ,1", true)]
    [InlineData("", false)]
    [InlineData(",", false)]
    [InlineData("86,", false)]
    [InlineData("86,*", false)]
    [InlineData("+86", false)]
    [InlineData("999", false)]
    [InlineData("China", false)]
    [InlineData("８６", false)]
    public void Countries_are_assigned_codes_or_all(string countries, bool isValid) =>
        Assert.Equal(isValid, IsValid(new DestinationOptions { Countries = countries }));

    [Theory]
    [InlineData("America/New_York", true)]
    [InlineData("Asia/Atlantis", false)]
    [InlineData("", false)]
    public void The_zone_is_one_of_this_system(string zone, bool isValid) =>
        Assert.Equal(isValid, IsValid(new DestinationOptions { TimeZone = zone }));

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(100_000_000, true)]
    [InlineData(100_000_001, false)]
    public void Each_cap_has_a_range(int cap, bool isValid)
    {
        Assert.Equal(isValid, IsValid(new DestinationOptions { PerCountryPerDay = cap }));
        Assert.Equal(isValid, IsValid(new DestinationOptions { PerPrefixPerDay = cap }));
        Assert.Equal(isValid, IsValid(new DestinationOptions { SmsPerDay = cap }));
        Assert.Equal(isValid, IsValid(new DestinationOptions { EmailPerDay = cap }));
    }

    private static bool IsValid(DestinationOptions options) =>
        Validator.TryValidateObject(options, new ValidationContext(options), [], validateAllProperties: true);
}
