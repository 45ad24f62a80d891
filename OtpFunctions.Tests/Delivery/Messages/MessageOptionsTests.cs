using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Messages;

public sealed class MessageOptionsTests
{
    [Fact]
    public void What_is_not_set_is_good()
    {
        Assert.Empty(OptionFaults.Of(new()));
        Assert.Empty(OptionFaults.Of(new() { WebOtpOrigin = "" }));
    }

    [Theory]
    [InlineData("", false)]
    [InlineData(" ", false)]
    [InlineData("x", true)]
    [InlineData("<script>&\"'{code}", true)]
    [InlineData("1234567890123456789012345678901234567890", true)]
    [InlineData("12345678901234567890123456789012345678901", false)]
    [InlineData("a\r\nBcc: someone@example.com", false)]
    public void A_site_name_is_one_short_line(string name, bool isGood)
    {
        Check(new() { SiteName = name }, "Otp:Messages:SiteName", isGood);
    }

    [Theory]
    [InlineData("example.com", true)]
    [InlineData("www.example.com", true)]
    [InlineData("xn--fsqu00a.example", true)]
    [InlineData("https://example.com", false)]
    [InlineData("example.com:443", false)]
    [InlineData("example.com/login", false)]
    [InlineData("@example.com", false)]
    [InlineData("example.com ", false)]
    [InlineData("example.com\n", false)]
    [InlineData(" ", false)]
    [InlineData("例子.com", false)]
    public void An_origin_is_a_host_name(string origin, bool isGood)
    {
        Check(new() { WebOtpOrigin = origin }, "Otp:Messages:WebOtpOrigin", isGood);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("DeleteAccount:Sms", true)]
    [InlineData(" deleteaccount:sms , LogIn:Email,", true)]
    [InlineData("DeleteAccount", false)]
    [InlineData("8:Sms", false)]
    [InlineData("DeleteAccount:1", false)]
    [InlineData("DeleteAccount:Fax", false)]
    [InlineData("DeleteAccount:Sms:Email", false)]
    [InlineData("DeleteAccount:Sms;LogIn:Email", false)]
    public void What_is_disabled_is_a_list_of_templates_with_channels(string list, bool isGood)
    {
        Check(new() { Disabled = list }, "Otp:Messages:Disabled", isGood);
    }

    [Fact]
    public void A_default_language_is_one_there_are_texts_in()
    {
        Check(new() { DefaultLanguage = (MessageLanguage)3 }, "Otp:Messages:DefaultLanguage", isGood: false);
    }

    [Fact]
    public void A_template_is_available_for_each_channel_that_it_is_not_disabled_for()
    {
        var composer = new MessageComposer(new() { Disabled = "DeleteAccount:Sms,LogIn:Email" }, new ManualClock());

        Assert.False(composer.IsAvailable(MessageTemplate.DeleteAccount, DeliveryChannel.Sms));
        Assert.True(composer.IsAvailable(MessageTemplate.DeleteAccount, DeliveryChannel.Email));
        Assert.False(composer.IsAvailable(MessageTemplate.LogIn, DeliveryChannel.Email));
        Assert.True(composer.IsAvailable(MessageTemplate.LogIn, DeliveryChannel.Sms));
        Assert.True(composer.IsAvailable(MessageTemplate.General, DeliveryChannel.Sms));
        Assert.False(composer.IsAvailable(0, DeliveryChannel.Sms));
        Assert.False(composer.IsAvailable((MessageTemplate)9, DeliveryChannel.Sms));
    }

    private static void Check(MessageOptions options, string setting, bool isGood)
    {
        var faults = OptionFaults.Of(options);
        if (isGood)
        {
            Assert.Empty(faults);
        }
        else
        {
            Assert.StartsWith(setting, Assert.Single(faults), StringComparison.Ordinal);
        }
    }
}
