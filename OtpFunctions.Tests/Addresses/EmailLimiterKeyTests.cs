using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Tests.Addresses;

public sealed class EmailLimiterKeyTests
{
    [Theory]
    [InlineData("a@x.com", "a@x.com")]
    [InlineData("A@X.COM", "a@x.com")]
    [InlineData("a+1@x.com", "a@x.com")]
    [InlineData("a+1+2@x.com", "a@x.com")]
    [InlineData("a+@x.com", "a@x.com")]
    [InlineData("+1@x.com", "+1@x.com")]
    [InlineData("+1+2@x.com", "+1+2@x.com")]
    [InlineData("a.b@x.com", "a.b@x.com")]
    [InlineData("a-1@x.com", "a-1@x.com")]
    public void A_tag_and_capitals_do_not_count(string text, string key) => Assert.Equal(key, Parse(text).LimiterKey);

    [Theory]
    [InlineData("ab@gmail.com")]
    [InlineData("a.b@gmail.com")]
    [InlineData("A.B@Gmail.com")]
    [InlineData("a.b+x.y@gmail.com")]
    [InlineData("ab@googlemail.com")]
    [InlineData("a.b+1@GoogleMail.com")]
    public void Gmail_has_one_mailbox_for_many_spellings(string text) =>
        Assert.Equal("ab@gmail.com", Parse(text).LimiterKey);

    [Theory]
    [InlineData("a.b@mail.gmail.com", "a.b@mail.gmail.com")]
    [InlineData("a.b@notgmail.com", "a.b@notgmail.com")]
    [InlineData("a.b@gmail.com.cn", "a.b@gmail.com.cn")]
    public void Only_Gmail_is_Gmail(string text, string key) => Assert.Equal(key, Parse(text).LimiterKey);

    [Theory]
    [InlineData("a+1@x.com", "a+2@x.com")]
    [InlineData("Ab@x.com", "ab@x.com")]
    [InlineData("a.b@gmail.com", "ab@gmail.com")]
    [InlineData("ab@googlemail.com", "ab@gmail.com")]
    public void One_window_but_a_code_each(string one, string other)
    {
        Assert.Equal(Parse(one).LimiterKey, Parse(other).LimiterKey);
        Assert.NotEqual(Parse(one).Delivery, Parse(other).Delivery);
        Assert.NotEqual(Parse(one), Parse(other));
    }

    private static EmailAddress Parse(string text)
    {
        Assert.True(EmailAddress.TryParse(text, out var address));
        return address;
    }
}
