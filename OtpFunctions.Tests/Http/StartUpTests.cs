using System.Security.Cryptography;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>What is missing, weak or out of range ends the start, by its name and never by its value.</summary>
public sealed class StartUpTests
{
    public static TheoryData<string, string?, string> Refusals() => new()
    {
        { AppSettings.CodeKeys, $"1:{OneKey};1:{OneKey}", "Otp:Secrets:CodeKeys" },
        { AppSettings.CodeKeys, OneKey, "Otp:Secrets:CodeKeys" },
        { AppSettings.ConsoleKey, "planted-key-of-31-characters-xy", "Otp:Secrets:ConsoleKey" },
        { AppSettings.ConsoleKey, new string('k', 40), "Otp:Secrets:ConsoleKey" },
        { AppSettings.Storage, null, "Otp:Storage:ConnectionString" },
        { AppSettings.ServiceUri, "https://planted.example.com/", "Otp:Storage:ServiceUri" },
        { AppSettings.TablePrefix, "planted-prefix", "TablePrefix" },
        { AppSettings.TablePrefix, "planted" + new string('a', 14), "TablePrefix" },
        { AppSettings.Environment, null, "AZURE_FUNCTIONS_ENVIRONMENT" },
        { AppSettings.Environment, "Production", "AZURE_FUNCTIONS_ENVIRONMENT" },
        { "Otp__OnlyId__TimeZone", "Asia/Atlantis", "Otp:OnlyId:TimeZone" },
        { "Otp__Captcha__TimeZone", "Asia/Atlantis", "Otp:Captcha:TimeZone" },
        { "Otp__Captcha__Minutes", "11", "Minutes" },
        { "Otp__Captcha__MaxFailures", "0", "MaxFailures" },
        { "Otp__Captcha__SecondsBetweenSms", "601", "SecondsBetweenSms" },
        { "Otp__Captcha__SmsPerHour", "0", "SmsPerHour" },
        { "Otp__Captcha__SmsPerDay", "101", "SmsPerDay" },
        { "Otp__Captcha__Picture__Alphabet", "ABC", "Otp:Captcha:Picture:Alphabet" },
        { "Otp__Captcha__Picture__Ink", "#FFFFFE", "Otp:Captcha:Picture:Ink" },
        { "Otp__Captcha__Picture__Length", "9", "Length" },
        { "Otp__Captcha__HashOnlyPerMinute", "0", "HashOnlyPerMinute" },
        { "Otp__Limits__SendsPerHour", "0", "SendsPerHour" },
        { "Otp__Limits__SendsPerHour", "101", "SendsPerHour" },
        { "Otp__Limits__SendsPerDay", "0", "SendsPerDay" },
        { "Otp__Limits__FailuresPerDay", "101", "FailuresPerDay" },
        { "Otp__Limits__FailuresPerDay", "many", "FailuresPerDay" },
        { "Otp__Destinations__Countries", "86,999", "Otp:Destinations:Countries" },
        { "Otp__Destinations__TimeZone", "Asia/Atlantis", "Otp:Destinations:TimeZone" },
        { "Otp__Destinations__PerCountryPerDay", "0", "PerCountryPerDay" },
        { "Otp__Destinations__PerPrefixPerDay", "0", "PerPrefixPerDay" },
        { "Otp__Destinations__SmsPerDay", "100000001", "SmsPerDay" },
        { "Otp__Destinations__EmailPerDay", "many", "EmailPerDay" },
        { "Otp__Captcha__Work__Difficulty", "25", "Difficulty" },
        { "Otp__Captcha__Work__Minutes", "0", "Minutes" },
        { "Otp__Delivery__Email", "Pigeon", "Otp:Delivery:Email" },
        { "Otp__Delivery__Sms", null, "Sms" },
        { "Otp__Delivery__Email", "Acs", "Otp:Delivery:Acs:ConnectionString" },
        { "Otp__Delivery__Sms", "Webhook", "Otp:Delivery:SmsWebhook:Url" },
        { "Otp__Delivery__SmsSecond", "Outbox", "Otp:Delivery:SmsSecond" },
        { "Otp__Delivery__TimeoutSeconds", "8", "TimeoutSeconds" },
        { AppSettings.Telemetry, "collector:4318", "Otp:Telemetry:Endpoint" },
        { AppSettings.Telemetry, "https://planted:secret@collector.example.com/", "Otp:Telemetry:Endpoint" },
        { AppSettings.Telemetry, "https://collector.example.com/?key=planted", "Otp:Telemetry:Endpoint" },
        { AppSettings.Storage, "planted=nonsense;AccountKey=cGxhbnRlZA==", "Otp:Storage:ConnectionString" },
    };

    private static readonly string OneKey = Convert.ToBase64String(SHA256.HashData("planted"u8));

    [LocalTheory]
    [MemberData(nameof(Refusals))]
    public async Task A_bad_setting_ends_the_start_and_is_named(string setting, string? value, string named)
    {
        var settings = AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With((setting, value));

        var lines = await RefusedAsync(settings);

        Assert.Contains(lines, line => line.Contains(named, StringComparison.OrdinalIgnoreCase));
    }

    [LocalFact]
    public async Task Both_storages_are_one_too_many()
    {
        var lines = await RefusedAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(1))
            .With((AppSettings.ServiceUri, "https://account.table.core.windows.net")));

        Assert.Contains(lines, line => line.Contains("Otp:Storage:ServiceUri", StringComparison.Ordinal));
    }

    [LocalFact]
    public async Task All_that_is_wrong_is_said_at_once()
    {
        var lines = await RefusedAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With(
            (AppSettings.Pepper, null),
            (AppSettings.CodeKeys, null),
            (AppSettings.ConsoleKey, null),
            (AppSettings.Storage, null),
            (AppSettings.Environment, null),
            ("Otp__OnlyId__TimeZone", "Asia/Atlantis"),
            ("Otp__Limits__SendsPerHour", "0")));

        var text = string.Join('\n', lines);
        string[] wrong =
        [
            "Pepper", "CodeKeys", "ConsoleKey", "Otp:Storage", "AZURE_FUNCTIONS_ENVIRONMENT", "TimeZone", "SendsPerHour",
        ];
        Assert.All(
            wrong,
            name => Assert.Contains(name, text, StringComparison.Ordinal));
    }

    [LocalTheory]
    [InlineData("https://mail.example.com/", "Outbox", "Outbox")]
    [InlineData("http://127.0.0.1:5000/", "None", "https")]
    public async Task Elsewhere_than_in_Development_no_code_goes_in_clear_or_nowhere(string url, string second, string named)
    {
        var lines = await RefusedAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With(
            (AppSettings.Environment, "Production"),
            ("Otp__Delivery__Email", "Webhook"),
            ("Otp__Delivery__EmailSecond", second),
            ("Otp__Delivery__EmailWebhook__Url", url),
            ("Otp__Delivery__EmailWebhook__Key", AppSettings.FreshKey()),
            ("Otp__Delivery__Sms", "None")));

        Assert.Contains(
            lines,
            line => line.Contains("Otp:Delivery:", StringComparison.Ordinal) && line.Contains(named, StringComparison.Ordinal));
    }

    [LocalTheory]
    [InlineData("Otp__Limits__SendsPerHour", "1")]
    [InlineData("Otp__Limits__FailuresPerDay", "100")]
    [InlineData("Otp__OnlyId__TimeZone", "UTC")]
    public async Task The_last_good_values_start(string setting, string value)
    {
        await using var app = await FunctionApp.StartAsync(
            AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With((setting, value)));
    }

    internal static async Task<IReadOnlyList<string>> RefusedAsync(Dictionary<string, string?> settings)
    {
        await using var process = AppProcess.Start(settings);
        Assert.NotEqual(0, await process.ExitAsync());
        Assert.DoesNotContain(process.Output.Lines, line => line.StartsWith("   at ", StringComparison.Ordinal));
        return process.Output.Lines;
    }
}
