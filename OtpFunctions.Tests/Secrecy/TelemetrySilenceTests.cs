using System.Diagnostics.Metrics;
using Microsoft.Extensions.Logging.Abstractions;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Delivery.Resilience;
using OtpFunctions.Core.Limits;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Delivery.Webhook;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Secrecy;

/// <summary>
/// The core at work over HTTP (tables, captchas, a provider) while somebody listens to every trace and every metric of the
/// process, as an operator's telemetry does: no code, address, rand or key is in them.
/// </summary>
public sealed class TelemetrySilenceTests
{
    private const string Planted = "planted-0123456789";
    private const string Wrong = "qwrt5678";

    [Fact]
    public async Task No_trace_and_no_metric_holds_a_secret()
    {
        using var telemetry = new AllTelemetry();
        var secrets = new SecretBook();
        secrets.Add(Azurite.AccountKey);

        await DriveCodesAsync(secrets);
        await DriveCaptchasAsync(secrets);

        // Of the server of the provider, of the client that speaks to it, and of that of the tables.
        Assert.Contains(telemetry.Lines, line => line.StartsWith("trace ", StringComparison.Ordinal));
        Assert.Contains(telemetry.Lines, line => line.StartsWith("metric ", StringComparison.Ordinal));
        Assert.Contains(telemetry.Lines, line => line.Contains("recipients", StringComparison.Ordinal));
        Assert.True(secrets.Count > 8, $"Only {secrets.Count} secrets were used.");
        secrets.AssertNoneIn(telemetry.Lines);
    }

    [Fact]
    public async Task A_secret_in_a_trace_or_a_metric_is_found()
    {
        using var telemetry = new AllTelemetry();
        await using var server = await StubServer.StartAsync(_ => Task.CompletedTask);
        using var http = new HttpClient();
        await http.GetAsync(new Uri($"{server.Address}/{Planted}"));
        using var meter = new Meter("A meter of tests");
        meter.CreateCounter<int>("count").Add(1, new KeyValuePair<string, object?>("who", Wrong));

        foreach (var secret in new[] { Planted, Wrong })
        {
            var secrets = new SecretBook();
            secrets.Add(secret);
            Assert.ThrowsAny<Xunit.Sdk.XunitException>(() => secrets.AssertNoneIn(telemetry.Lines));
        }
    }

    private static async Task DriveCodesAsync(SecretBook secrets)
    {
        await using var server = await WebhookServer.StartAsync();
        var tables = await TestTables.NewAsync();
        var (issuer, verifier, vault) = CodesOver(tables, server.Connect(includeCode: true));
        foreach (var to in new[] { Recipients.Mobile(), Recipients.Email() })
        {
            var address = CodeBench.To(to);
            var policy = new CodePolicy
            {
                Alphabet = CodeAlphabet.DigitsAndLetters,
                Length = 8,
                Lifetime = TimeSpan.FromMinutes(5),
                MaxFailures = 5,
            };
            var issued = await issuer.IssueAsync(
                new IssueCommand(address, CodeBench.Use), Task.FromResult<Result<CodePolicy>>(policy), CancellationToken.None);
            foreach (var secret in new[] { to, address.Delivery, issued.Value!.Code, vault.KeysOf(address).BoundTo })
                secrets.Add(secret);

            foreach (var code in new[] { Wrong, issued.Value.Code })
            {
                await verifier.VerifyAsync(
                    new VerifyCommand(address, CodeBench.Use, code), Task.FromResult<Result<string>>(""), CancellationToken.None);
            }
        }

        Assert.Equal(2, server.Sent.Count);
        secrets.Add(Wrong);
        secrets.Add(WebhookServer.Options("http://localhost").Key);
    }

    private static (CodeIssuer Issuer, CodeVerifier Verifier, CodeVault Vault) CodesOver(Tables tables, IDeliveryChannel channel)
    {
        var clock = new ManualClock();
        var vault = CodeBench.NewVault("a");
        var recipients = new StateUpdater<RecipientState>(StateTables.Recipients(tables), clock);
        var limits = new RecipientLimits();
        var provider = new ResilientProvider(
            channel, DeliveryProvider.Webhook, TimeSpan.FromSeconds(4), clock, NullLogger.Instance);
        var route = new ProviderChain(provider, second: null);
        var router = new DeliveryRouter(
            route, route, new MessageComposer(new(), clock), clock, NullLogger<DeliveryRouter>.Instance);
        var budget = new BudgetBench(StateTables.Budgets(tables), clock, BudgetBench.Wide()).Budget;
        var journal = new ListedJournal();
        return (
            new CodeIssuer(recipients, vault, router, new SendGuards(limits, budget), journal),
            new CodeVerifier(recipients, vault, limits, journal),
            vault);
    }

    private static async Task DriveCaptchasAsync(SecretBook secrets)
    {
        var bench = new CaptchaBench(await TestTables.NewAsync());
        var picture = (await bench.Pictures.CreateAsync(isNamed: true, CaptchaBench.Lifetime, CancellationToken.None)).Value!;
        await bench.Pictures.FindAsync(picture.Name!, CancellationToken.None);
        await bench.Pictures.JudgeAsync(Core.Captchas.CaptchaAnswer.OfCode(picture.Code, picture.Rand), CancellationToken.None);
        var mobile = Recipients.Mobile();
        var phone = (PhoneNumber)CodeBench.To(mobile);
        var policy = new CodePolicy { Length = 5, Lifetime = TimeSpan.FromMinutes(5), MaxFailures = 5 };
        var sms = (await bench.Sms.SendAsync(phone, policy, CancellationToken.None)).Value!;
        await bench.Sms.JudgeAsync(Core.Captchas.CaptchaAnswer.OfCode(sms.Title, sms.Rand), CancellationToken.None);
        foreach (var secret in new[] { picture.Code, picture.Name, picture.Rand, mobile, phone.E164, sms.Title, sms.Rand })
            secrets.Add(secret);
    }
}
