using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>No secret may be missing or weak: the app does not start and names each of them, all at once.</summary>
public sealed partial class WeakSecretTests
{
    private const string EmailWebhookKey = "Otp__Delivery__EmailWebhook__Key";
    private const string SmsWebhookKey = "Otp__Delivery__SmsWebhook__Key";
    private const string DirectoryKey = "Otp__Directory__Key";
    private const string Short = "c2hvcnQtYW5kLXBsYW50ZWQ=";
    private const string NoBase64 = "planted, no base64 at all, but long enough to be one";
    private static readonly string Zeros = Convert.ToBase64String(new byte[32]);

    // A console key may be any text.
    private static readonly string[] Base64Secrets =
        [AppSettings.Pepper, AppSettings.CodeKeys, EmailWebhookKey, SmsWebhookKey, DirectoryKey];

    private static readonly string[] Secrets = [.. Base64Secrets, AppSettings.ConsoleKey];

    [LocalFact]
    public Task Missing() => AllAreNamedAsync(Secrets, _ => null);

    [LocalFact]
    public Task Too_short() => AllAreNamedAsync(Secrets, name => name == AppSettings.CodeKeys ? "1:" + Short : Short);

    [LocalFact]
    public Task No_base64() =>
        AllAreNamedAsync(Base64Secrets, name => name == AppSettings.CodeKeys ? "1:" + NoBase64 : NoBase64);

    [LocalFact]
    public Task All_bytes_zero() => AllAreNamedAsync(Secrets, name => name switch
    {
        AppSettings.CodeKeys => "1:" + Zeros,
        AppSettings.ConsoleKey => new string('0', 64),
        _ => Zeros,
    });

    /// <summary>Who copies the sample by hand and forgets to put secrets in.</summary>
    [LocalFact]
    public Task The_samples_placeholders()
    {
        var placeholders = Placeholder().Matches(Repository.Text("local.settings.sample.json"))
            .ToDictionary(found => found.Groups["name"].Value, found => found.Groups["value"].Value);
        Assert.Equal(3, placeholders.Count);
        return AllAreNamedAsync(placeholders.Keys, name => placeholders[name]);
    }

    /// <summary>What App Service leaves in a setting when it could not read the vault.</summary>
    [LocalFact]
    public Task References_to_a_vault_that_was_not_read() => AllAreNamedAsync(
        Secrets, _ => "@Microsoft.KeyVault(SecretUri=https://kv-example.vault.azure.net/secrets/otp-planted)");

    private static async Task AllAreNamedAsync(IEnumerable<string> secrets, Func<string, string?> value)
    {
        var settings = AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With(
        [
            ("Otp__Delivery__Email", "Webhook"),
            ("Otp__Delivery__Sms", "Webhook"),
            ("Otp__Delivery__EmailWebhook__Url", "https://mail.example.com/"),
            ("Otp__Delivery__SmsWebhook__Url", "https://sms.example.com/"),
            ("Otp__Directory__Kind", "Http"),
            ("Otp__Directory__Url", "https://users.example.com/"),
            (EmailWebhookKey, AppSettings.FreshKey()),
            (SmsWebhookKey, AppSettings.FreshKey()),
            (DirectoryKey, AppSettings.FreshKey()),
        ]);

        var text = string.Join('\n', await StartUpTests.RefusedAsync(settings.With(
            [.. secrets.Select(name => (name, value(name)))])));

        Assert.All(secrets, name => Assert.Contains(
            name.Replace("__", ":", StringComparison.Ordinal) + " must be", text, StringComparison.Ordinal));
        Assert.Equal(secrets.Count(), text.Split(" must be").Length - 1);
    }

    [GeneratedRegex("\"(?<name>Otp__Secrets__[A-Za-z]+)\": \"(?<value>[^\"]*<fresh-[^\"]+)\"")]
    private static partial Regex Placeholder();
}
