using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Delivery;

/// <summary>What settings of delivery and other dialects change: each test starts an app of its own.</summary>
public sealed class SettingsTests
{
    private const string Nowhere = "http://127.0.0.1:1/messages";

    [LocalFact]
    public async Task The_second_provider_has_what_the_first_could_not_take()
    {
        var emulator = await AcsEmulator.StartedAsync();
        await using var app = await AcsApp.StartAsync(
            emulator,
            ("Otp__Delivery__Email", "Webhook"),
            ("Otp__Delivery__EmailSecond", "Acs"),
            ("Otp__Delivery__EmailWebhook__Url", Nowhere),
            ("Otp__Delivery__EmailWebhook__Key", AppSettings.FreshKey()));
        var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
        var to = Recipients.Email();

        var code = await caller.CodeAsync(to);

        Assert.Equal(code, AcsApp.CodeIn(Assert.Single(await emulator.MessagesToAsync(to))));
    }

    [LocalFact]
    public async Task Each_dialect_tells_a_failure_from_a_silence_where_it_has_numbers_for_both()
    {
        var emulator = await AcsEmulator.StartedAsync();
        await using var app = await AcsApp.StartAsync(
            emulator, ("Otp__Delivery__TimeoutSeconds", "1"), ("Otp__Delivery__Sms", "Webhook"),
            ("Otp__Delivery__SmsWebhook__Url", Nowhere), ("Otp__Delivery__SmsWebhook__Key", AppSettings.FreshKey()));
        var to = Recipients.Email();
        await emulator.AddFaultAsync(new { kind = "silence", count = 3, match = new { to } });
        var fresns = new FresnsCaller(app.Http);

        Assert.Equal(32301, FresnsCaller.CodeOf(await fresns.SendAsync(to)));
        Assert.Equal(32302, FresnsCaller.CodeOf(await fresns.SendAsync(Recipients.Mobile())));
        Assert.Equal(33201, FresnsCaller.CodeOf(await fresns.SendAsync(to)));

        var starlight = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(app, telephone: Recipients.Mobile());
        (await starlight.GetAsync(user)).ExpectCode(10501, "验证码发送失败");
    }

    [LocalFact]
    public async Task A_provider_that_never_answers_is_left_in_time_and_what_it_took_counts_and_is_good()
    {
        var emulator = await AcsEmulator.StartedAsync();
        await using var app = await AcsApp.StartAsync(emulator);
        var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
        var to = Recipients.Email();
        await emulator.AddFaultAsync(new { kind = "silence", count = 3, match = new { to } });

        var unanswered = await caller.SendAsync(to).WaitAsync(TimeSpan.FromSeconds(20));

        unanswered.ExpectError(HttpStatusCode.ServiceUnavailable, "发送服务未及时响应，若未收到验证码请稍后再试");
        Assert.Equal(HttpStatusCode.TooManyRequests, (await caller.SendAsync(to)).Status);
        var message = Assert.Single(await emulator.MessagesToAsync(to));
        (await caller.VerifyAsync(to, AcsApp.CodeIn(message))).Expect(HttpStatusCode.OK);
    }

    [LocalFact]
    public async Task A_provider_is_not_connected_to_at_start()
    {
        await using var app = await AcsApp.StartAsync(
            await AcsEmulator.StartedAsync(),
            ("Otp__Delivery__Acs__ConnectionString", "endpoint=http://127.0.0.1:1/;accesskey=" + AppSettings.FreshKey()));

        Assert.Equal(HttpStatusCode.OK, (await app.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative))).StatusCode);
    }
}
