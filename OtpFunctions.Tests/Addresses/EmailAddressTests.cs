using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

public sealed class EmailAddressTests
{
    private static readonly string LongestLocal = new('a', 64);
    private static readonly string LongestLabel = new('b', 63);

    [Theory]
    [InlineData("a@x.com", "a@x.com")]
    [InlineData("John.Smith@Example.COM", "John.Smith@example.com")]
    [InlineData("  a@x.com ", "a@x.com")]
    [InlineData("a+1@x.com", "a+1@x.com")]
    [InlineData("+1@x.com", "+1@x.com")]
    [InlineData("o'neil!#$%&*-/=?^_`{|}~@x.com", "o'neil!#$%&*-/=?^_`{|}~@x.com")]
    [InlineData("1@1.2.co", "1@1.2.co")]
    [InlineData("a@x-y.com", "a@x-y.com")]
    [InlineData("a@XN--FIQS8S.xn--fiqs8s", "a@xn--fiqs8s.xn--fiqs8s")]
    public void One_mailbox_is_accepted(string text, string delivery)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        Assert.Equal(delivery, address.Delivery);
        Assert.Equal(DeliveryChannel.Email, address.Channel);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("")]
    [InlineData("   ")]
    [InlineData("a")]
    [InlineData("@")]
    [InlineData("@x.com")]
    [InlineData("a@")]
    [InlineData("a@@x.com")]
    [InlineData("a@b@x.com")]
    [InlineData("a@x.com, b@x.com")]
    [InlineData("a@x.com,b@x.com")]
    [InlineData("a@x.com;b@x.com")]
    [InlineData("a b@x.com")]
    [InlineData("a @x.com")]
    [InlineData("a@ x.com")]
    [InlineData("a@x. com")]
    public void More_or_less_than_one_mailbox_is_refused(string? text) => Refused(text);

    [Theory]
    [InlineData("A <a@x.com>")]
    [InlineData("<a@x.com>")]
    [InlineData("mailto:a@x.com")]
    [InlineData("(home)a@x.com")]
    [InlineData("a(home)@x.com")]
    [InlineData("a@x.com(home)")]
    [InlineData("\"a\"@x.com")]
    [InlineData("\"a b\"@x.com")]
    [InlineData("a\\b@x.com")]
    [InlineData("a[b]@x.com")]
    [InlineData("a:b@x.com")]
    public void Names_comments_and_quotes_are_refused(string text) => Refused(text);

    [Theory]
    [InlineData(".a@x.com")]
    [InlineData("a.@x.com")]
    [InlineData("a..b@x.com")]
    [InlineData("a@.x.com")]
    [InlineData("a@x.com.")]
    [InlineData("a@x..com")]
    [InlineData("a@.com")]
    [InlineData("a@com")]
    [InlineData("a@localhost")]
    public void Dots_stand_between_names_and_a_domain_has_one(string text) => Refused(text);

    [Theory]
    [InlineData("a@-x.com")]
    [InlineData("a@x-.com")]
    [InlineData("a@x.-com")]
    [InlineData("a@x.com-")]
    [InlineData("a@x_y.com")]
    [InlineData("a@x+y.com")]
    [InlineData("a@x.com/y")]
    [InlineData("a@x.com:25")]
    public void A_label_is_letters_digits_and_inner_hyphens(string text) => Refused(text);

    [Theory]
    [InlineData("a@x.123")]
    [InlineData("a@127.0.0.1")]
    [InlineData("a@127.0.0.0x1")]
    [InlineData("a@[127.0.0.1]")]
    [InlineData("a@[IPv6:::1]")]
    [InlineData("a@::1")]
    public void A_number_is_no_top_level_domain(string text) => Refused(text);

    [Theory]
    [InlineData("a@x.com\n")]
    [InlineData("a@x.com\r\n")]
    [InlineData("\na@x.com")]
    [InlineData("a@x.com\t")]
    [InlineData("a@x.com\r\nBcc: b@x.com")]
    [InlineData("a\0@x.com")]
    [InlineData("a@x.com\0")]
    [InlineData("a\u007f@x.com")]
    [InlineData("a\u0085@x.com")]
    public void Control_characters_are_refused(string text) => Refused(text);

    [Theory]
    [InlineData("\u212Aevin@x.com", "the Kelvin sign, which lower-cases to k")]
    [InlineData("a@\u212A.com", "the Kelvin sign in the domain")]
    [InlineData("a@x.co\u0131m", "the dotless i")]
    [InlineData("a\uFF20x.com", "the full-width at sign")]
    [InlineData("a@x\u3002com", "the ideographic full stop")]
    [InlineData("\u0430@x.com", "the Cyrillic a")]
    [InlineData("a@\u0445.com", "the Cyrillic h")]
    [InlineData("a@x.com\u202E", "right-to-left override")]
    [InlineData("\u202Aa@x.com\u202C", "bidirectional embedding")]
    [InlineData("a\u200B@x.com", "zero-width space")]
    [InlineData("a\u200D@x.com", "zero-width joiner")]
    [InlineData("\uFEFFa@x.com", "byte order mark")]
    [InlineData("a\u00A0@x.com", "no-break space")]
    [InlineData("a@x.com\u2028", "line separator")]
    [InlineData("e\u0301@x.com", "combining accent")]
    [InlineData("a@m\u00FCnchen.de", "umlaut")]
    [InlineData("a\ud83d\ude00@x.com", "emoji")]
    [InlineData("a\u0661@x.com", "Arabic-Indic digit")]
    public void What_is_not_ASCII_is_refused(string text, string why)
    {
        Assert.NotEmpty(why);
        Refused(text);
    }

    [Fact]
    public void A_local_part_has_at_most_64_characters()
    {
        Accepted($"{LongestLocal}@x.com");
        Refused($"a{LongestLocal}@x.com");
    }

    [Fact]
    public void A_label_has_at_most_63_characters()
    {
        Accepted($"a@{LongestLabel}.com");
        Refused($"a@b{LongestLabel}.com");
    }

    [Fact]
    public void An_address_has_at_most_254_characters_without_the_blanks_around_it()
    {
        var domain = $"{LongestLabel}.{LongestLabel}.{new string('c', 57)}.com";
        var longest = $"{LongestLocal}@{domain}";

        Assert.Equal(254, longest.Length);
        Accepted(longest);
        Accepted($" {longest} ");
        Refused($"{LongestLocal}@{domain.Replace("c.com", "cc.com", StringComparison.Ordinal)}");
    }

    private static void Accepted(string text) => Assert.True(EmailAddress.TryParse(text, out _));

    private static void Refused(string? text)
    {
        Assert.False(EmailAddress.TryParse(text, out var address));
        Assert.Null(address);
        Assert.False(Address.TryParse(text, out _));
    }
}
