using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Composition;

/// <summary>Otp:Messages as the service binds and checks it at start.</summary>
public sealed class MessageSettingsTests
{
    [Fact]
    public void Every_setting_is_bound()
    {
        var options = Read(
            ("SiteName", "Example"),
            ("DefaultLanguage", "en"),
            ("WebOtpOrigin", "www.example.com"),
            ("Disabled", "LogIn:Sms"),
            ("Templates:LogIn:En:SmsText", "{code}"),
            ("Templates:LogIn:En:EmailTitle", "Hello"),
            ("Templates:Register:ZhHans:EmailText", "{code}\n"));

        Assert.Equal("Example", options.SiteName);
        Assert.Equal(MessageLanguage.En, options.DefaultLanguage);
        Assert.Equal("www.example.com", options.WebOtpOrigin);
        Assert.Equal("LogIn:Sms", options.Disabled);
        Assert.Equal("{code}", options.Templates["LogIn:En:SmsText"]);
        Assert.Equal("Hello", options.Templates["LogIn:En:EmailTitle"]);
        Assert.Equal("{code}\n", options.Templates["Register:ZhHans:EmailText"]);
    }

    [Fact]
    public void Every_fault_is_named_at_start()
    {
        var failed = Assert.Throws<OptionsValidationException>(() => Read(
            ("SiteName", ""), ("Disabled", "All"), ("Templates:LogIn:En:SmsText", "no code")));

        Assert.Equal(3, failed.Failures.Count());
        Assert.Contains("Otp:Messages:SiteName", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Otp:Messages:Disabled", failed.Message, StringComparison.Ordinal);
        Assert.Contains("Otp:Messages:Templates:LogIn:En:SmsText must hold {code}.", failed.Message, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("DefaultLanguage", "Klingon")]
    [InlineData("Templates:LogIn", "{code}")]
    [InlineData("Templates:LogIn:En", "{code}")]
    [InlineData("Templates:LogIn:En:SmsText:More", "{code}")]
    public void What_has_not_the_shape_of_a_setting_is_not_passed_over(string name, string value)
    {
        var failed = Assert.ThrowsAny<Exception>(() => Read((name, value)));

        Assert.Contains($"Otp:Messages:{name}", failed.Message, StringComparison.Ordinal);
    }

    private static MessageOptions Read(params (string Name, string Value)[] settings)
    {
        using var services = StartUp
            .Services(
                settings.Select(setting => KeyValuePair.Create($"Otp__Messages__{setting.Name}", setting.Value)),
                Environments.Development)
            .BuildServiceProvider();
        return services.GetRequiredService<MessageOptions>();
    }
}
