using System.Text.RegularExpressions;
using System.Xml;
using System.Xml.Linq;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Messages;

public sealed class BuiltInMessageTests
{
    private static MessageChoice LogIn { get; } = new(MessageTemplate.LogIn, MessageLanguage.En);

    public static TheoryData<MessageTemplate, MessageLanguage> All => MessageBench.All;

    [Fact]
    public void There_are_eight_templates_in_three_languages()
    {
        Assert.Equal(24, All.Count);
        Assert.Equal(Enumerable.Range(1, 8), Enum.GetValues<MessageTemplate>().Select(template => (int)template));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_mail_says_whose_code_it_is_and_how_long_it_is_good_and_holds_it_once(
        MessageTemplate template, MessageLanguage language)
    {
        var mail = MessageBench.Compose(MessageBench.Mailbox, new(template, language));

        Assert.Equal((template, language), (mail.Template, mail.Language));
        foreach (var text in new[] { mail.Text, Visible(mail.Html) })
        {
            Assert.Equal(1, Count(text, MessageBench.Code));
            Assert.Equal(1, Count(text, "10"));
            Assert.Contains(MessageBench.Site, text, StringComparison.Ordinal);
            Assert.Contains(Ignore(language), text, StringComparison.Ordinal);
        }

        Assert.Equal(1, Count(mail.Html, MessageBench.Code));
        Assert.DoesNotContain('{', $"{mail.Subject}{mail.Text}{mail.Html}");
        Assert.DoesNotContain('}', $"{mail.Subject}{mail.Text}{mail.Html}");
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_subject_is_one_line_without_the_code(MessageTemplate template, MessageLanguage language)
    {
        var subject = MessageBench.Compose(MessageBench.Mailbox, new(template, language)).Subject;

        Assert.Contains(MessageBench.Site, subject, StringComparison.Ordinal);
        Assert.DoesNotContain(MessageBench.Code, subject, StringComparison.Ordinal);
        Assert.DoesNotContain(subject, char.IsControl);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_page_of_a_mail_fetches_nothing_and_runs_nothing(MessageTemplate template, MessageLanguage language)
    {
        var page = Parse(MessageBench.Compose(MessageBench.Mailbox, new(template, language)).Html);

        Assert.Equal(language switch
        {
            MessageLanguage.ZhHans => "zh-Hans",
            MessageLanguage.ZhHant => "zh-Hant",
            MessageLanguage.En => "en",
        }, page.Attribute("lang")?.Value);
        string[] allowed = ["html", "head", "meta", "title", "body", "div", "h1", "p"];
        Assert.All(page.DescendantsAndSelf(), element => Assert.Contains(element.Name.LocalName, allowed));
        Assert.DoesNotContain(page.Descendants().Attributes(), attribute =>
            attribute.Name.LocalName is "src" or "href"
            || attribute.Name.LocalName.StartsWith("on", StringComparison.OrdinalIgnoreCase)
            || attribute.Value.Contains("url", StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void The_code_of_a_mail_is_copied_at_a_touch_a_line_of_text_and_nothing_beside_it(
        MessageTemplate template, MessageLanguage language)
    {
        var mail = MessageBench.Compose(MessageBench.Mailbox, new(template, language));

        var code = Parse(mail.Html).Descendants("p").Single(paragraph => paragraph.Value == MessageBench.Code);
        Assert.IsType<XText>(Assert.Single(code.Nodes()));
        Assert.Contains("user-select: all", code.Attribute("style")?.Value, StringComparison.Ordinal);
        Assert.Contains(MessageBench.Code, mail.Text.Split('\n'));
    }

    [Theory]
    [MemberData(nameof(All))]
    public void A_hostile_site_name_is_text_in_the_page(MessageTemplate template, MessageLanguage language)
    {
        const string Hostile = "<script>&\"'{code}";
        var mail = MessageBench.Compose(
            MessageBench.Mailbox, new(template, language), new() { SiteName = Hostile });

        Assert.Equal(Hostile, Parse(mail.Html).Descendants("h1").Single().Value);
        Assert.DoesNotContain("<script", mail.Html, StringComparison.Ordinal);
        Assert.Equal(1, Count(mail.Html, MessageBench.Code));
        Assert.Contains(Hostile, mail.Text, StringComparison.Ordinal);
    }

    [Theory]
    [MemberData(nameof(All))]
    public void An_SMS_holds_the_code_once_and_has_no_title_and_no_page(MessageTemplate template, MessageLanguage language)
    {
        var sms = MessageBench.Compose(MessageBench.Phone, new(template, language));

        Assert.Equal(("", ""), (sms.Subject, sms.Html));
        Assert.Equal(1, Count(sms.Text, MessageBench.Code));
        Assert.Equal(1, Count(sms.Text, "10"));
        Assert.Contains(MessageBench.Site, sms.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(sms.Text, symbol => symbol is '{' or '}' or '\n');
    }

    [Fact]
    public void Every_template_says_something_of_its_own()
    {
        foreach (var language in Enum.GetValues<MessageLanguage>())
        {
            var choices = Enum.GetValues<MessageTemplate>().Select(template => new MessageChoice(template, language));
            var mails = choices.Select(choice => MessageBench.Compose(MessageBench.Mailbox, choice)).ToList();
            var texts = choices.Select(choice => MessageBench.Compose(MessageBench.Phone, choice).Text);
            Assert.Equal(8, mails.Select(mail => mail.Subject).Distinct().Count());
            Assert.Equal(8, mails.Select(mail => mail.Text).Distinct().Count());
            Assert.Equal(8, mails.Select(mail => mail.Html).Distinct().Count());
            Assert.Equal(8, texts.Distinct().Count());
        }
    }

    [Theory]
    [InlineData(600.0, "10 min")]
    [InlineData(540.001, "10 min")]
    [InlineData(540.0, "9 min")]
    [InlineData(0.0, "1 min")]
    [InlineData(-5.0, "1 min")]
    public void Minutes_are_rounded_up_and_never_none(double seconds, string expected)
    {
        var sms = MessageBench.Compose(MessageBench.Phone, LogIn, validFor: TimeSpan.FromSeconds(seconds));

        Assert.Contains($" {expected}.", sms.Text, StringComparison.Ordinal);
    }

    [Fact]
    public void Without_a_language_it_is_the_operators()
    {
        var options = new MessageOptions { DefaultLanguage = MessageLanguage.ZhHant };

        Assert.Equal(
            MessageLanguage.ZhHant, MessageBench.Compose(MessageBench.Phone, MessageChoice.General, options).Language);
        Assert.Equal(MessageLanguage.En, MessageBench.Compose(MessageBench.Phone, LogIn, options).Language);
        Assert.Equal(
            MessageLanguage.ZhHans, MessageBench.Compose(MessageBench.Phone, MessageChoice.General, new()).Language);
    }

    private static string Ignore(MessageLanguage language) => language switch
    {
        MessageLanguage.ZhHans => "请忽略",
        MessageLanguage.ZhHant => "請忽略",
        MessageLanguage.En => "ignore this mail",
    };

    private static int Count(string text, string part) => Regex.Count(text, Regex.Escape(part));

    private static string Visible(string html) => Parse(html).Element("body")!.Value;

    private static XElement Parse(string html)
    {
        var settings = new XmlReaderSettings { DtdProcessing = DtdProcessing.Ignore };
        using var reader = XmlReader.Create(new StringReader(html), settings);
        return XElement.Load(reader);
    }
}
