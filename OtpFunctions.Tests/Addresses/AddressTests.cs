using System.Globalization;
using System.Text.Json;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

public sealed class AddressTests
{
    private const string Email = "abcdef+secret@Example.com";
    private const string Phone = "+86 136-1234-5678";

    public static TheoryData<string> Samples => [Email, Phone, "a@x.com", "+442079460958", "+2901234"];

    [Theory]
    [InlineData("a@x.com", DeliveryChannel.Email)]
    [InlineData("13612345678", DeliveryChannel.Sms)]
    [InlineData("+442079460958", DeliveryChannel.Sms)]
    [InlineData("13612345678@x.com", DeliveryChannel.Email)]
    public void An_at_sign_makes_it_an_email(string text, DeliveryChannel channel) =>
        Assert.Equal(channel, Parse(text).Channel);

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("zhang3")]
    [InlineData("13612345678@")]
    [InlineData("442079460958")]
    public void What_is_neither_is_refused(string? text)
    {
        Assert.False(Address.TryParse(text, out var address));
        Assert.Null(address);
    }

    [Theory]
    [MemberData(nameof(Samples))]
    public void Nothing_prints_it_in_clear(string text)
    {
        var address = Parse(text);
        string[] prints =
        [
            address.ToString(),
            $"{address}",
            $"{address,40}",
            string.Format(CultureInfo.InvariantCulture, "{0}", address),
            Convert.ToString((object)address, CultureInfo.InvariantCulture)!,
            JsonSerializer.Serialize(address),
            JsonSerializer.Serialize<object>(address),
            JsonSerializer.Serialize(new { To = (object)address }),
            JsonSerializer.Serialize(new Dictionary<string, Address> { ["to"] = address }),
        ];

        Assert.All(prints.Select(WithoutEscapes), print =>
        {
            Assert.Contains(address.Masked, print, StringComparison.Ordinal);
            Assert.All(
                ClearForms(address),
                clear => Assert.DoesNotContain(clear, print, StringComparison.OrdinalIgnoreCase));
        });
    }

    [Fact]
    public void Equal_are_channel_and_delivery()
    {
        Assert.Equal(Parse("13612345678"), Parse(Phone));
        Assert.Equal(Parse("a@X.com"), Parse(" a@x.com "));
        Assert.True(Parse(Phone) == Parse("13612345678"));
        Assert.False(Parse(Phone) != Parse("13612345678"));
        Assert.True(Parse(Phone).Equals((object)Parse("13612345678")));
        Assert.Equal(Parse(Phone).GetHashCode(), Parse("13612345678").GetHashCode());
        Assert.Single(new HashSet<Address> { Parse(Phone), Parse("13612345678") });
    }

    [Theory]
    [InlineData("A@x.com", "a@x.com")]
    [InlineData("a+1@x.com", "a+2@x.com")]
    [InlineData("13612345678", "13612345679")]
    [InlineData("13612345678", "a@x.com")]
    public void Different_deliveries_are_different_addresses(string one, string other)
    {
        Assert.NotEqual(Parse(one), Parse(other));
        Assert.True(Parse(one) != Parse(other));
        Assert.False(Parse(one) == Parse(other));
    }

    [Fact]
    public void An_address_is_not_null_and_not_its_text()
    {
        Address? none = null;

        Assert.False(Parse(Email).Equals(none));
        Assert.False(Parse(Email) == none);
        Assert.False(none == Parse(Email));
        Assert.True(none == null);
        Assert.False(Parse(Email).Equals((object)Parse(Email).Delivery));
    }

    private static IEnumerable<string> ClearForms(Address address) =>
        address is PhoneNumber phone
            ? [phone.Delivery, phone.LimiterKey, phone.E164, phone.NationalNumber]
            : [address.Delivery, address.LimiterKey];

    private static string WithoutEscapes(string json) => json.Replace("\\u002B", "+", StringComparison.Ordinal);

    private static Address Parse(string text)
    {
        Assert.True(Address.TryParse(text, out var address));
        return address;
    }
}
