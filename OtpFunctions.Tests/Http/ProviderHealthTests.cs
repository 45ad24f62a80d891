using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>What the ready check says of providers: those that are set, without an address or a key, and none is asked.</summary>
public sealed class ProviderHealthTests
{
    private static readonly Uri Alive = new("api/health", UriKind.Relative);
    private static readonly Uri Ready = new("api/health/ready", UriKind.Relative);

    // Nobody listens there.
    private static readonly (string Name, string? Value)[] Unreachable =
    [
        ("Otp__Delivery__Email", "None"),
        ("Otp__Delivery__Sms", "Webhook"),
        ("Otp__Delivery__SmsSecond", "Outbox"),
        ("Otp__Delivery__SmsWebhook__Url", "http://127.0.0.1:1/planted"),
        ("Otp__Delivery__SmsWebhook__Key", AppSettings.FreshKey()),
        ("Otp__Delivery__TimeoutSeconds", "1"),
    ];

    [LocalFact]
    public async Task A_paused_provider_is_named_and_takes_nothing_out_of_use()
    {
        await using var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(Unreachable));
        var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
        Assert.Equal(Said("ok", "ok"), await BodyAsync(app, Ready));

        // Three tries each, of which ten open the breaker; the second provider delivers.
        for (var message = 0; message < 4; message++)
            (await caller.SendAsync(Recipients.Mobile())).Expect(HttpStatusCode.OK);

        Assert.Equal(Said("degraded", "paused"), await BodyAsync(app, Ready));
        Assert.Equal("""{"status":"ok"}""", await BodyAsync(app, Alive));
    }

    private static string Said(string status, string webhook) =>
        $$"""{"status":"{{status}}","email":[],"sms":[{"provider":"Webhook","state":"{{webhook}}"},"""
        + """{"provider":"Outbox","state":"ok"}]}""";

    private static async Task<string> BodyAsync(FunctionApp app, Uri check) =>
        (await Answer.ReadAsync(app.Http.GetAsync(check))).Expect(HttpStatusCode.OK).Body;
}
