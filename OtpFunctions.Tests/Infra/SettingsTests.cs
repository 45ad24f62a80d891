using System.Text.RegularExpressions;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Options;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Infra;

/// <summary>What the template sets is what the app takes: by its own options, as it checks them at start in Azure.</summary>
public sealed partial class SettingsTests
{
    // Not set in Azure: the plan decides the first two, and the third holds a key.
    private static readonly string[] Refused =
        ["FUNCTIONS_WORKER_RUNTIME", "WEBSITE_RUN_FROM_PACKAGE", "AzureWebJobsStorage", "AZURE_FUNCTIONS_ENVIRONMENT"];

    [Theory]
    [InlineData("None")]
    [InlineData("Acs")]
    [InlineData("Webhook")]
    public void The_app_starts_with_what_the_template_sets(string smsProvider) => Start(Deployed.Settings(smsProvider));

    [Theory]
    [InlineData("None", "Otp__Storage__ServiceUri")]
    [InlineData("None", "Otp__Secrets__Pepper")]
    [InlineData("None", "Otp__Secrets__CodeKeys")]
    [InlineData("None", "Otp__Secrets__ConsoleKey")]
    [InlineData("None", "Otp__Delivery__Email")]
    [InlineData("None", "Otp__Delivery__Sms")]
    [InlineData("None", "Otp__Delivery__Acs__Endpoint")]
    [InlineData("None", "Otp__Delivery__Acs__EmailFrom")]
    [InlineData("Acs", "Otp__Delivery__Acs__SmsFrom")]
    [InlineData("Webhook", "Otp__Delivery__SmsWebhook__Url")]
    [InlineData("Webhook", "Otp__Delivery__SmsWebhook__Key")]
    public void It_does_not_start_without_one_that_it_requires(string smsProvider, string name)
    {
        var settings = Deployed.Settings(smsProvider);

        Assert.True(settings.Remove(name));
        var failed = Record.Exception(() => Start(settings));
        Assert.True(failed is OptionsValidationException or AggregateException, $"{failed}");
    }

    [Fact]
    public void Every_setting_of_the_template_is_one_of_the_app() =>
        Assert.Empty(Unknown(Repository.Text(Deployed.File)));

    [Theory]
    [InlineData("Otp__Storage__ServiceUri:", "Otp__Storage__ServiceUrl:")]
    [InlineData("Otp__Destinations__Countries:", "Otp__Limits__Countries:")]
    public void Another_is_noticed(string from, string to) => Assert.Single(Unknown(Planted(from, to)));

    [Fact]
    public void Every_key_comes_from_the_vault_which_has_it() => Assert.Empty(Open(Repository.Text(Deployed.File)));

    [Theory]
    [InlineData("'${vaultReference}/otp-pepper)'", "'AAAA'")]
    [InlineData("'${vaultReference}/otp-pepper)'", "siteName")]
    [InlineData("/otp-console-key)", "/otp-master-key)")]
    public void A_key_from_elsewhere_is_noticed(string from, string to) => Assert.Single(Open(Planted(from, to)));

    [Fact]
    public void The_host_signs_in_as_the_identity()
    {
        var settings = Deployed.Settings("None");

        Assert.Equal("managedidentity", settings["AzureWebJobsStorage__credential"]);
        Assert.Equal(settings["AzureWebJobsStorage__clientId"], settings["Otp__Storage__ClientId"]);
        Assert.Equal(settings["AzureWebJobsStorage__clientId"], settings["Otp__Delivery__Acs__ClientId"]);
        Assert.Equal(
            $"ClientId={settings["AzureWebJobsStorage__clientId"]};Authorization=AAD",
            settings["APPLICATIONINSIGHTS_AUTHENTICATION_STRING"]);
        Assert.DoesNotContain(settings.Keys, Refused.Contains);
    }

    private static void Start(Dictionary<string, string> settings) => StartUp.Check(settings, Environments.Production);

    private static IEnumerable<string> Unknown(string text)
    {
        var known = Named().Matches(Repository.Text("local.settings.sample.json")).Select(match => match.Value).ToHashSet();
        return Ours(text).Select(setting => setting.Key).Where(name => !known.Contains(name));
    }

    private static IEnumerable<string> Open(string text)
    {
        var vault = Repository.Text("infra/modules/vault.bicep");
        return Ours(text)
            .Where(setting => Secret().IsMatch(setting.Key))
            .Where(setting => Deployed.SecretOf(setting.Value) is not { } secret
                || !vault.Contains($"name: '{secret}'", StringComparison.Ordinal))
            .Select(setting => setting.Key);
    }

    private static KeyValuePair<string, string>[] Ours(string text)
    {
        var found = BicepSettings.Read(text).SelectMany(variable => variable)
            .Where(setting => setting.Key.StartsWith("Otp__", StringComparison.Ordinal)).ToArray();
        Assert.InRange(found.Length, 10, 200);
        return found;
    }

    private static string Planted(string from, string to)
    {
        var text = Repository.Text(Deployed.File);
        Assert.Contains(from, text, StringComparison.Ordinal);
        return text.Replace(from, to, StringComparison.Ordinal);
    }

    [GeneratedRegex(@"\bOtp__\w+")]
    private static partial Regex Named();

    [GeneratedRegex(@"^Otp__Secrets__|Keys?\z|ConnectionString\z")]
    private static partial Regex Secret();
}
