using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Messages;

/// <summary>The lengths of docs/messages.md: an 8-symbol code, 2-digit minutes, a site name of 10 characters.</summary>
public sealed class SmsTextTests
{
    public static TheoryData<MessageTemplate, MessageLanguage> All => MessageBench.All;

    [Theory]
    [MemberData(nameof(All))]
    public void An_SMS_is_one_part(MessageTemplate template, MessageLanguage language)
    {
        var text = MessageBench.Compose(MessageBench.Phone, new(template, language)).Text;

        Assert.Equal(language == MessageLanguage.En, SmsLength.IsGsm7(text));
        Assert.Equal(1, SmsLength.Parts(text));
    }

    [Theory]
    [InlineData(MessageTemplate.General, MessageLanguage.ZhHans, 14)]
    [InlineData(MessageTemplate.LogIn, MessageLanguage.ZhHans, 12)]
    [InlineData(MessageTemplate.Register, MessageLanguage.ZhHans, 12)]
    [InlineData(MessageTemplate.ModifyInformation, MessageLanguage.ZhHans, 10)]
    [InlineData(MessageTemplate.ChangeBinding, MessageLanguage.ZhHans, 10)]
    [InlineData(MessageTemplate.DeleteAccount, MessageLanguage.ZhHans, 10)]
    [InlineData(MessageTemplate.ResetLoginPassword, MessageLanguage.ZhHans, 8)]
    [InlineData(MessageTemplate.ResetPaymentPassword, MessageLanguage.ZhHans, 8)]
    [InlineData(MessageTemplate.General, MessageLanguage.ZhHant, 14)]
    [InlineData(MessageTemplate.LogIn, MessageLanguage.ZhHant, 12)]
    [InlineData(MessageTemplate.Register, MessageLanguage.ZhHant, 12)]
    [InlineData(MessageTemplate.ModifyInformation, MessageLanguage.ZhHant, 10)]
    [InlineData(MessageTemplate.ChangeBinding, MessageLanguage.ZhHant, 10)]
    [InlineData(MessageTemplate.DeleteAccount, MessageLanguage.ZhHant, 10)]
    [InlineData(MessageTemplate.ResetLoginPassword, MessageLanguage.ZhHant, 8)]
    [InlineData(MessageTemplate.ResetPaymentPassword, MessageLanguage.ZhHant, 8)]
    [InlineData(MessageTemplate.General, MessageLanguage.En, 50)]
    [InlineData(MessageTemplate.LogIn, MessageLanguage.En, 37)]
    [InlineData(MessageTemplate.Register, MessageLanguage.En, 35)]
    [InlineData(MessageTemplate.ModifyInformation, MessageLanguage.En, 23)]
    [InlineData(MessageTemplate.ChangeBinding, MessageLanguage.En, 27)]
    [InlineData(MessageTemplate.DeleteAccount, MessageLanguage.En, 27)]
    [InlineData(MessageTemplate.ResetLoginPassword, MessageLanguage.En, 27)]
    [InlineData(MessageTemplate.ResetPaymentPassword, MessageLanguage.En, 19)]
    public void With_the_WebOTP_line_it_is_one_part_up_to_this_length_of_the_host(
        MessageTemplate template, MessageLanguage language, int host)
    {
        Assert.Equal(1, SmsLength.Parts(TextFor(template, language, host)));
        Assert.Equal(2, SmsLength.Parts(TextFor(template, language, host + 1)));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_WebOTP_line_is_the_last_and_holds_the_code_once_more(MessageTemplate template, MessageLanguage language)
    {
        var options = new MessageOptions { SiteName = MessageBench.Site, WebOtpOrigin = "www.example.com" };
        var lines = MessageBench.Compose(MessageBench.Phone, new(template, language), options).Text.Split('\n');

        Assert.Equal(2, lines.Length);
        Assert.Equal(MessageBench.Compose(MessageBench.Phone, new(template, language)).Text, lines[0]);
        Assert.Equal($"@www.example.com #{MessageBench.Code}", lines[1]);
    }

    [Fact]
    public void A_mail_has_no_WebOTP_line()
    {
        var options = new MessageOptions { WebOtpOrigin = "www.example.com" };
        var mail = MessageBench.Compose(MessageBench.Mailbox, MessageChoice.General, options);

        Assert.DoesNotContain("www.example.com", mail.Text + mail.Html, StringComparison.Ordinal);
    }

    private static string TextFor(MessageTemplate template, MessageLanguage language, int host)
    {
        var origin = new string('h', host - 4) + ".com";
        var options = new MessageOptions { SiteName = MessageBench.Site, WebOtpOrigin = origin };
        return MessageBench.Compose(MessageBench.Phone, new(template, language), options).Text;
    }
}
