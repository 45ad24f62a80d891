using System.Security.Cryptography;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Infra;

/// <summary>The settings of the app as a deployment would make them of <c>infra/modules/api.bicep</c>.</summary>
internal static partial class Deployed
{
    public const string File = "infra/modules/api.bicep";

    // What Azure would say of its resources, and what somebody would pass.
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["storage.name"] = "stexample",
        ["storage.properties.primaryEndpoints.table"] = "https://stexample.table.core.windows.net/",
        ["identity.properties.clientId"] = "1f0a6c1e-1b7b-4f6e-9b62-0c7f6f0a5a11",
        ["insights.properties.ConnectionString"] = "InstrumentationKey=00000000-0000-0000-0000-000000000000",
        ["communicationEndpoint"] = "https://acs-example.unitedstates.communication.azure.com",
        ["emailFrom"] = "DoNotReply@0a1b2c3d.azurecomm.net",
        ["smsFrom"] = "+18005550123",
        ["smsWebhookUrl"] = "https://sms.example.com/otp",
        ["smsCountries"] = "86",
        ["siteName"] = "Example",
        ["defaultLanguage"] = "En",
        ["otlpEndpoint"] = "",
        ["vaultUri"] = "https://kv-example.vault.azure.net/",
    };

    /// <summary>With this provider of SMS: what is set for both, and what for it.</summary>
    public static Dictionary<string, string> Settings(string smsProvider)
    {
        var all = BicepSettings.Read(Repository.Text(File));
        var chosen = all["hostSettings"].Concat(all["appSettings"]).Concat(smsProvider switch
        {
            "Acs" => all["acsSmsSettings"],
            "Webhook" => all["webhookSettings"],
            _ => [],
        });
        return chosen.ToDictionary(setting => setting.Key, setting => ValueOf(setting.Value, smsProvider));
    }

    /// <summary>The name of the secret that a setting is read from, or null when it is no reference to the vault.</summary>
    public static string? SecretOf(string expression) =>
        Reference().Match(expression) is { Success: true } match ? match.Groups["secret"].Value : null;

    private static string ValueOf(string expression, string smsProvider) => SecretOf(expression) switch
    {
        "otp-code-keys" => $"1:{Fresh()}",
        not null => Fresh(),
        null when expression == "smsProvider" => smsProvider,
        null when expression.StartsWith('\'') => Interpolation().Replace(
            expression.Trim('\''), match => Values[match.Groups["name"].Value]),
        null => Values[expression],
    };

    private static string Fresh() => Convert.ToBase64String(RandomNumberGenerator.GetBytes(32));

    [GeneratedRegex(@"^'\$\{vaultReference\}/(?<secret>[a-z-]+)\)'\z")]
    private static partial Regex Reference();

    [GeneratedRegex(@"\$\{(?<name>[\w.]+)\}")]
    private static partial Regex Interpolation();
}
