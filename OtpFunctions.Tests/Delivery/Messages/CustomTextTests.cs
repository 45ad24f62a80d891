using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Messages;

public sealed class CustomTextTests
{
    private static MessageChoice LogIn { get; } = new(MessageTemplate.LogIn, MessageLanguage.En);

    [Fact]
    public void Each_text_is_replaced_by_itself_and_in_its_language_only()
    {
        var options = With("SmsText", "{code} for {site}, {minutes} minutes. {code}");

        Assert.Equal(
            "A7C9E2F4 for ExampleCom, 10 minutes. A7C9E2F4",
            MessageBench.Compose(MessageBench.Phone, LogIn, options).Text);
        Assert.Equal(
            MessageBench.Compose(MessageBench.Mailbox, LogIn).Text,
            MessageBench.Compose(MessageBench.Mailbox, LogIn, options).Text);
        Assert.Equal(
            MessageBench.Compose(MessageBench.Phone, LogIn with { Language = MessageLanguage.ZhHans }).Text,
            MessageBench.Compose(MessageBench.Phone, LogIn with { Language = MessageLanguage.ZhHans }, options).Text);
    }

    [Fact]
    public void A_mails_three_texts_are_replaced()
    {
        var options = With("EmailTitle", "Hello from {site}");
        options.Templates["LogIn:En:EmailText"] = "Code {code}\n{minutes}";
        options.Templates["LogIn:En:EmailHtml"] = "<style>p{margin:0} i{ }</style><p>{code} {minutes} {site}</p>";
        options.SiteName = "A&B";
        var mail = MessageBench.Compose(MessageBench.Mailbox, LogIn, options);

        Assert.Equal("Hello from A&B", mail.Subject);
        Assert.Equal("Code A7C9E2F4\n10", mail.Text);
        Assert.Equal("<style>p{margin:0} i{ }</style><p>A7C9E2F4 10 A&amp;B</p>", mail.Html);
    }

    [Fact]
    public void The_WebOTP_line_follows_a_text_of_the_operators_own()
    {
        var options = With("SmsText", "{code}");
        options.WebOtpOrigin = "example.com";

        Assert.Equal(
            "A7C9E2F4\n@example.com #A7C9E2F4", MessageBench.Compose(MessageBench.Phone, LogIn, options).Text);
    }

    [Fact]
    public void Names_are_read_in_any_case_as_settings_are()
    {
        var options = With("smstext", "{code}", template: "login", language: "EN");

        Assert.Empty(OptionFaults.Of(options));
        Assert.Equal("A7C9E2F4", MessageBench.Compose(MessageBench.Phone, LogIn, options).Text);
    }

    [Theory]
    [InlineData("SmsText", "Your code", "must hold {code}.")]
    [InlineData("SmsText", "", "must hold {code}.")]
    [InlineData("EmailText", "{minutes}", "must hold {code}.")]
    [InlineData("EmailHtml", "<p>{site}</p>", "must hold {code}.")]
    [InlineData("EmailTitle", "{code} is it", "must not hold {code}")]
    [InlineData("EmailTitle", "", "must be one line of text.")]
    [InlineData("EmailTitle", "a\r\nBcc: someone@example.com", "must be one line of text.")]
    [InlineData("SmsText", "{code} {name}", "holds {name};")]
    [InlineData("SmsText", "{code} {Code}", "holds {Code};")]
    [InlineData("SmsText", "{code} { code }", "holds { code };")]
    [InlineData("SmsText", "{{code}}", "holds {};")]
    [InlineData("SmsText", "{code} {", "holds {;")]
    [InlineData("SmsText", "{code} }", "holds };")]
    [InlineData("EmailHtml", "<p>{code} {sitename}</p>", "holds {sitename};")]
    [InlineData("EmailHtml", "<p>{code} { site }</p>", "holds { site };")]
    public void A_text_that_cannot_be_sent_is_refused_by_the_name_of_its_setting(string part, string text, string fault)
    {
        var message = Assert.Single(OptionFaults.Of(With(part, text)));

        Assert.StartsWith($"Otp:Messages:Templates:LogIn:En:{part} {fault}", message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("SmsText", 2_000)]
    [InlineData("EmailText", 20_000)]
    [InlineData("EmailHtml", 20_000)]
    public void A_text_has_a_longest_length(string part, int most)
    {
        Assert.Empty(OptionFaults.Of(With(part, "{code}".PadRight(most))));
        var fault = Assert.Single(OptionFaults.Of(With(part, "{code}".PadRight(most + 1))));
        Assert.Equal($"Otp:Messages:Templates:LogIn:En:{part} must have at most {most} characters.", fault);
    }

    [Fact]
    public void A_title_has_a_longest_length()
    {
        Assert.Empty(OptionFaults.Of(With("EmailTitle", new string('x', 2_000))));
        Assert.Single(OptionFaults.Of(With("EmailTitle", new string('x', 2_001))));
    }

    [Theory]
    [InlineData("Login2", "En", "SmsText", "template")]
    [InlineData("7", "En", "SmsText", "template")]
    [InlineData("LogIn,Register", "En", "SmsText", "template")]
    [InlineData("LogIn", "Fr", "SmsText", "language")]
    [InlineData("LogIn", "2", "SmsText", "language")]
    [InlineData("LogIn", "En", "SmsTxt", "part")]
    public void A_misspelled_setting_is_named(string template, string language, string part, string what)
    {
        var fault = Assert.Single(OptionFaults.Of(With(part, "{code}", template, language)));

        Assert.StartsWith(
            $"Otp:Messages:Templates:{template}:{language}:{part} names no {what}; there are ",
            fault,
            StringComparison.Ordinal);
    }

    private static MessageOptions With(string part, string text, string template = "LogIn", string language = "En")
    {
        var options = new MessageOptions { SiteName = MessageBench.Site };
        options.Templates[$"{template}:{language}:{part}"] = text;
        return options;
    }
}
