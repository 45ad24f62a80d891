using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>What searches the output of every app that any test starts does find what it looks for.</summary>
public sealed class OutputSearchTests
{
    [Theory]
    [InlineData("581305", "code=581305, sent")]
    [InlineData("58130", "title: 58130")]
    [InlineData("n4tvX", "read N4TVX")]
    public void A_planted_secret_is_found(string secret, string line)
    {
        var secrets = new SecretBook();
        secrets.Add(secret);

        secrets.AssertNoneIn(["Executed in 0.581305 ms", "id a581305b", "http://127.0.0.1:58130", "an4tvxn", ""]);
        Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => secrets.AssertNoneIn(["first", line]));
    }

    /// <summary>Any app of any test: paths are logged, so one that holds a secret is a leak, and its end says so.</summary>
    [LocalFact]
    public async Task An_app_that_printed_a_secret_does_not_end_well()
    {
        var settings = AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With(LogSilenceTests.Trace);
        var app = await FunctionApp.StartAsync(settings);
        app.Secrets.Add("planted-0123456789");

        await app.Http.GetAsync(new Uri("api/planted-0123456789", UriKind.Relative));

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () => await app.DisposeAsync());
    }

    [Fact]
    public void Every_key_of_the_settings_is_a_secret() => Assert.Superset(
        new HashSet<string> { "pepperpepper", "firstkey", "secondkey", "accountkey==", "webhookkey", "hostkey" },
        AppSettings.SecretsOf(new Dictionary<string, string?>
        {
            [AppSettings.Pepper] = "pepperpepper",
            [AppSettings.CodeKeys] = "1:firstkey;2:secondkey",
            [AppSettings.Storage] = "AccountName=name;AccountKey=accountkey==;",
            ["Otp__Delivery__SmsWebhook__Key"] = "webhookkey",
            [AppSettings.HostKey] = "hostkey",
            [AppSettings.ConsoleKey] = null,
            [AppSettings.TablePrefix] = "prefix",
        }).ToHashSet());
}
