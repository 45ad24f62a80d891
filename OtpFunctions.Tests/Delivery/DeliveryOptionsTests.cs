using OtpFunctions.Composition;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Delivery;

public sealed class DeliveryOptionsTests
{
    private const string Connection = "endpoint=https://name.communication.azure.com/;accesskey=AAECAwQFBgc=";
    private static readonly string Key = Convert.ToBase64String([.. Enumerable.Range(0, 32).Select(i => (byte)i)]);

    [Fact]
    public void What_no_channel_takes_needs_no_settings() =>
        Assert.Empty(Faults(new() { Email = DeliveryProvider.Outbox, Sms = DeliveryProvider.None }));

    [Theory]
    [InlineData(DeliveryProvider.Acs, DeliveryProvider.None, "ConnectionString", "EmailFrom")]
    [InlineData(DeliveryProvider.None, DeliveryProvider.Acs, "ConnectionString", "SmsFrom")]
    [InlineData(DeliveryProvider.Webhook, DeliveryProvider.None, "EmailWebhook:Url", "EmailWebhook:Key")]
    [InlineData(DeliveryProvider.None, DeliveryProvider.Webhook, "SmsWebhook:Url", "SmsWebhook:Key")]
    public void What_a_channel_takes_needs_its_own(DeliveryProvider email, DeliveryProvider sms, params string[] named)
    {
        var faults = Faults(new() { Email = email, Sms = sms });

        Assert.Equal(named.Length, faults.Count);
        Assert.All(named, name => Assert.Contains(faults, fault => fault.Contains(name, StringComparison.Ordinal)));
    }

    [Theory]
    [InlineData(DeliveryProvider.Acs, DeliveryProvider.Webhook, true)]
    [InlineData(DeliveryProvider.Acs, DeliveryProvider.None, true)]
    [InlineData(DeliveryProvider.None, DeliveryProvider.None, true)]
    [InlineData(DeliveryProvider.Acs, DeliveryProvider.Acs, false)]
    [InlineData(DeliveryProvider.None, DeliveryProvider.Acs, false)]
    public void A_second_provider_is_another_than_the_first(DeliveryProvider first, DeliveryProvider second, bool isValid)
    {
        var options = Whole();
        (options.Sms, options.SmsSecond) = (first, second);

        Assert.Equal(isValid, Faults(options).Count == 0);
    }

    [Theory]
    [InlineData(DeliveryProvider.Outbox, DeliveryProvider.Outbox, true, true)]
    [InlineData(DeliveryProvider.None, DeliveryProvider.Outbox, true, false)]
    [InlineData(DeliveryProvider.Outbox, DeliveryProvider.None, true, false)]
    [InlineData(DeliveryProvider.Outbox, DeliveryProvider.None, false, true)]
    public void To_fall_back_from_SMS_to_e_mail_both_must_be_open(
        DeliveryProvider email, DeliveryProvider sms, bool fallsBack, bool isValid) =>
        Assert.Equal(isValid, Faults(new() { Email = email, Sms = sms, SmsFallsBackToEmail = fallsBack }).Count == 0);

    [Fact]
    public void Unless_set_SMS_does_not_fall_back() => Assert.False(new DeliveryOptions().SmsFallsBackToEmail);

    [Theory]
    [InlineData(Connection, true)]
    [InlineData("accesskey=AAECAwQFBgc=;endpoint=https://name.communication.azure.com", true)]
    [InlineData("endpoint=https://name.communication.azure.com/", false)]
    [InlineData("accesskey=AAECAwQFBgc=", false)]
    [InlineData("endpoint=name;accesskey=AAECAwQFBgc=", false)]
    [InlineData("endpoint=https://name.communication.azure.com/;accesskey=no-base64", false)]
    [InlineData("https://name.communication.azure.com/", false)]
    [InlineData("", false)]
    public void A_connection_string_has_an_endpoint_and_a_key(string text, bool isValid)
    {
        var options = Whole();
        options.Acs.ConnectionString = text;

        Assert.Equal(isValid, Faults(options).Count == 0);
    }

    [Fact]
    public void A_connection_string_and_an_endpoint_are_one_too_many()
    {
        var options = Whole();
        options.Acs.Endpoint = new Uri("https://name.communication.azure.com");
        Assert.Single(Faults(options));

        options.Acs.ConnectionString = null;
        Assert.Empty(Faults(options));
    }

    [Theory]
    [InlineData("+18005550123", true)]
    [InlineData("12345", true)]
    [InlineData("MyShop 24", true)]
    [InlineData("", false)]
    [InlineData("A name too long", false)]
    [InlineData("8005550123", false)]
    [InlineData("+1 800 555 0123", false)]
    [InlineData("MyShop\n", false)]
    public void A_sender_of_sms_is_a_number_or_a_short_name(string from, bool isValid)
    {
        var options = Whole();
        options.Acs.SmsFrom = from;

        Assert.Equal(isValid, Faults(options).Count == 0);
    }

    [Theory]
    [InlineData("https://sms.example.com/otp?tenant=7", true)]
    [InlineData("http://127.0.0.1:5000/", true)]
    [InlineData("/otp", false)]
    [InlineData("ftp://sms.example.com/", false)]
    [InlineData("https://user:word@sms.example.com/", false)]
    [InlineData("https://sms.example.com/#part", false)]
    public void A_webhook_has_an_address(string url, bool isValid)
    {
        var options = Whole();
        options.EmailWebhook.Url = new Uri(url, UriKind.RelativeOrAbsolute);

        Assert.Equal(isValid, Faults(options).Count == 0);
    }

    [Theory]
    [InlineData("https://x.example/", "https://x.example", true, true)]
    [InlineData("http://x.example/", "https://x.example", true, false)]
    [InlineData("https://x.example/", "http://x.example", true, false)]
    [InlineData("http://127.0.0.1/", "http://localhost", true, true)]
    [InlineData("http://127.0.0.1/", "https://x.example", false, false)]
    [InlineData("https://x.example/", "http://127.0.0.1", false, false)]
    public void Only_https_is_private_or_a_loopback_address_where_that_is_allowed(
        string webhook, string endpoint, bool allowed, bool isPrivate)
    {
        var options = Whole();
        options.SmsWebhook.Url = options.EmailWebhook.Url = new Uri(webhook);
        options.Acs.ConnectionString = $"endpoint={endpoint};accesskey=AAECAwQFBgc=";

        Assert.Equal(isPrivate, options.IsPrivate(allowed));
    }

    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    [InlineData(7, true)]
    [InlineData(8, false)]
    public void A_try_takes_1_to_7_seconds(int seconds, bool isValid)
    {
        var options = Whole();
        options.TimeoutSeconds = seconds;

        Assert.Equal(isValid, Faults(options).Count == 0);
    }

    [Theory]
    [InlineData(DeliveryChannel.Email)]
    [InlineData(DeliveryChannel.Sms)]
    public void An_outbox_is_seen_wherever_it_is(DeliveryChannel channel)
    {
        var options = Whole();
        Assert.False(options.TakesOutbox);
        if (channel == DeliveryChannel.Email)
        {
            options.EmailSecond = DeliveryProvider.Outbox;
        }
        else
        {
            options.SmsSecond = DeliveryProvider.Outbox;
        }

        Assert.True(options.TakesOutbox);
    }

    [Fact]
    public void No_key_prints_itself()
    {
        var options = Whole();
        Assert.Equal("AcsOptions WebhookOptions", $"{options.Acs} {options.SmsWebhook}");
    }

    // E-mail by webhook, then ACS; SMS the other way round.
    private static DeliveryOptions Whole() => new()
    {
        Email = DeliveryProvider.Webhook,
        EmailSecond = DeliveryProvider.Acs,
        Sms = DeliveryProvider.Acs,
        SmsSecond = DeliveryProvider.Webhook,
        Acs = new() { ConnectionString = Connection, EmailFrom = "codes@shop.example", SmsFrom = "+18005550123" },
        EmailWebhook = new() { Url = new Uri("https://mail.example.com/"), Key = Key },
        SmsWebhook = new() { Url = new Uri("https://sms.example.com/"), Key = Key },
    };

    private static List<string> Faults(DeliveryOptions options) =>
        [.. new DeliveryOptionsValidator().Validate(null, options).Failures ?? []];
}
