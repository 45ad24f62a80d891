using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>An app that logs all it can, driven through all it can do, prints no code, recipient or secret.</summary>
public sealed class LogSilenceTests
{
    private const string WrongCode = "qwrt5678";

    // The server is quieter than the default unless it is named.
    internal static readonly (string Name, string? Value)[] Trace =
    [
        .. new[]
        {
            "Default",
            "Microsoft.AspNetCore",
            "Microsoft.AspNetCore.Hosting.Diagnostics",
            "Microsoft.AspNetCore.Server.Kestrel",
            "Microsoft.Hosting.Lifetime",
        }.Select(category => ($"Logging__LogLevel__{category}", "Trace")),
    ];

    [LocalFact]
    public async Task No_line_of_a_trace_holds_a_secret()
    {
        var settings = (await AppSettings.FreshAsync()).With([.. Trace, .. AppSettings.ManyCalls]);
        await using var app = await FunctionApp.StartAsync(settings);

        await DriveAsync(app);
        await app.StopAsync();

        Assert.True(app.Output.Lines.Count > 100, "The trace is empty: the test proves nothing.");
        Assert.True(app.Secrets.Count > 20, $"Only {app.Secrets.Count} secrets were used.");
        app.Secrets.AssertNoneIn(app.Output.Lines);
    }

    [LocalFact]
    public async Task No_line_about_an_unreachable_storage_holds_a_secret()
    {
        var settings = AppSettings.Fresh(Azurite.ConnectionStringAt(1)).With(Trace);
        await using var app = await FunctionApp.StartAsync(settings);
        var caller = new OnlyIdCaller(app.Http, new string('a', 32), "planted" + new string('b', 30));

        (await caller.SendAsync(Recipients.Email())).Expect(HttpStatusCode.ServiceUnavailable);
        (await caller.VerifyAsync(Recipients.Mobile(), WrongCode)).Expect(HttpStatusCode.ServiceUnavailable);
        (await new StarlightCaller(app.Http, new string('c', 64)).GetAsync(Recipients.Email())).ExpectCode(503);
        var fresns = new FresnsCaller(app.Http, ("X-Fresns-Aid", "alice"), ("X-Fresns-Aid-Token", new string('d', 64)));
        (await fresns.SendAsync(Recipients.Email(), useType: 3)).ExpectCode(30003);
        (await fresns.CheckAsync(Recipients.Mobile(), WrongCode)).ExpectCode(30003);
        var captcha = new CaptchaCaller(app);
        CaptchaCaller.Expect(await captcha.CallAsync("img", "generate"), 503);
        CaptchaCaller.Expect(await captcha.CallAsync("sms", "generate", new() { ["phone"] = Recipients.Mobile() }), 503);
        CaptchaCaller.Expect(await captcha.ValidateAsync("sms", "a1b2c3", "r4nD0"), 503);
        await app.StopAsync();

        Assert.Contains(app.Output.Lines, Tells);
        app.Secrets.AssertNoneIn(app.Output.Lines);

        static bool Tells(string line) => line.Contains("could not reach the storage", StringComparison.Ordinal);
    }

    private static async Task DriveAsync(FunctionApp app)
    {
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        // Codes of 8 letters and digits: a match cannot be chance.
        var caller = await console.CreateAsync(new() { ["length"] = 8, ["type"] = "NUMBER_LETTER" });
        foreach (var recipient in new[] { Recipients.Mobile(), Recipients.Email(), Recipients.Abroad() })
        {
            var code = await caller.CodeAsync(recipient);
            await caller.SendAsync(recipient, ("reuse", true));
            await caller.VerifyAsync(recipient, WrongCode);
            (await caller.VerifyAsync(recipient, code)).Expect(HttpStatusCode.OK);
            await caller.VerifyAsync(recipient, code);
            for (var send = 0; send < 20; send++)
                await caller.SendAsync(recipient, ("code", "own45678"));
        }

        await FresnsAsync(app);
        await new OnlyIdCaller(app.Http, caller.ClientId, "wrong" + caller.ClientSecret).SendAsync(Recipients.Mobile());
        await new OnlyIdCaller(app.Http, new string('f', 32), caller.ClientSecret).SendAsync(Recipients.Mobile());
        await caller.SendAsync("nobody" + Recipients.Mobile());
        await caller.SendAsync(Recipients.Mobile(), ("code", "no!code!at!all"));
        await caller.SendAsync(Recipients.Mobile(), ("expireMin", "secret-in-a-wrong-place"));
        app.Secrets.Add("secret-in-a-wrong-place");
        await BrokenAsync(app, caller);
        await DriveStarlightAsync(app);
        await DriveCaptchaAsync(new CaptchaCaller(app));
        await DriveRecordsAsync(app);
        await console.GetAsync();
        await console.GetAsync(caller.ClientId);
        await console.GetAsync("no'such\"one");
        await console.PutAsync($"{caller.ClientId}/otp-config", new JsonObject());
        await console.PutAsync($"{caller.ClientId}/secret");
        await console.DeleteAsync(caller.ClientId);
        await new ConsoleCaller(app.Http, "wrong-console-key-0123456789").GetAsync();
        app.Secrets.Add("wrong-console-key-0123456789");
        await app.Http.GetAsync(new Uri("api/dev/outbox", UriKind.Relative));
        await app.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative));
    }

    private static async Task DriveRecordsAsync(FunctionApp app)
    {
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        app.Secrets.Add(email);
        app.Secrets.Add(mobile);
        var records = new ConsoleCaller(app.Http, app.ConsoleKey, "api/console/otp");
        (await records.PostAsync("?days=90", new JsonObject { ["keyword"] = mobile })).Expect(HttpStatusCode.OK);
        (await new ConsoleCaller(app.Http, app.ConsoleKey, "api/console/statistics").GetAsync()).Expect(HttpStatusCode.OK);
        foreach (var time in new[] { "2026-01-05T11:45:30Z", "no time", "" })
        {
            var report = new JsonArray(new JsonObject
            {
                ["eventType"] = "Microsoft.Communication.EmailDeliveryReportReceived",
                ["subject"] = $"sender/{email}",
                ["data"] = new JsonObject
                {
                    ["recipient"] = email,
                    ["sender"] = mobile,
                    ["messageId"] = mobile,
                    ["status"] = "Failed",
                    ["deliveryStatusDetails"] = email,
                    ["deliveryAttemptTimeStamp"] = time,
                },
            });
            using var body = new StringContent(report.ToJsonString());
            await app.Http.PostAsync(new Uri("api/delivery-reports", UriKind.Relative), body);
        }
    }

    private static async Task DriveStarlightAsync(FunctionApp app)
    {
        var caller = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        await StarlightCaller.UserAsync(app, email, mobile);
        foreach (var name in new[] { email, mobile, "+86 " + mobile, email.ToUpperInvariant() })
        {
            var spec = await caller.SentAsync(name, byTelephone: name == mobile);
            (await caller.CheckAsync(name, spec.GetProperty("verification_code").GetString()!)).ExpectCode(200);
            (await caller.CheckAsync(name, "qwrt5678")).ExpectCode(10475);
        }

        (await caller.GetAsync("+447" + mobile)).ExpectCode(10401);
        (await caller.GetAsync("nobody" + email)).ExpectCode(10401);
        (await new StarlightCaller(app.Http, caller.Token + "0").GetAsync(email)).ExpectCode(403);
        (await (await StarlightCaller.NewAsync(app)).GetAsync(mobile)).ExpectCode(403);
        for (var call = 0; call < 10; call++)
            await caller.GetAsync(email);
    }

    private static async Task DriveCaptchaAsync(CaptchaCaller caller)
    {
        for (var picture = 0; picture < 5; picture++)
        {
            var (code, addr, rand) = await caller.PictureAsync();
            await caller.FetchAsync(addr);
            await caller.ValidateHashAsync("img", CaptchaCaller.HashOf("wrong", rand));
            CaptchaCaller.Expect(await caller.ValidateAsync("img", code, rand), 0);
            await caller.ValidateHashAsync("img", CaptchaCaller.HashOf(code.ToLowerInvariant(), rand), rand);
            await caller.DataAsync("img", "generate", new() { ["inline"] = true });

            var (title, smsRand) = await caller.SmsAsync(Recipients.Mobile());
            await caller.ValidateAsync("sms", CaptchaCaller.WrongFor(title), smsRand);
            await caller.ValidateHashAsync("sms", CaptchaCaller.HashOf(title, smsRand));
        }

        await caller.CallAsync("sms", "generate", new() { ["phone"] = "+86" + Recipients.Mobile() });
        var challenge = (await caller.DataAsync("pow", "generate")).GetProperty("challenge").GetString();
        await caller.CallAsync("pow", "validate", new() { ["challenge"] = challenge, ["solution"] = "not1solved2" });
    }

    private static async Task FresnsAsync(FunctionApp app)
    {
        var account = await FresnsAccount.OpenAsync(app, "email", "phone");
        var caller = new FresnsCaller(app.Http).With(account.Headers);
        foreach (var to in new[] { Recipients.Mobile(), Recipients.Email(), account.Email })
        {
            var code = await caller.CodeAsync(to);
            await caller.SendAsync(to);
            await caller.CheckAsync(to, WrongCode);
            await caller.CheckAsync(to, code);
            await caller.CheckAsync(to, code);
        }

        for (var useType = 1; useType <= 4; useType++)
        {
            await caller.SendAsync(account.Mobile, useType);
            await caller.SendAsync("nobody" + Recipients.Mobile(), useType);
        }

        await caller.With(("X-Fresns-Uid-Token", new string('e', 64))).SendAsync(account.Mobile, useType: 4);
        app.Secrets.Add(new string('e', 64));
    }

    private static async Task BrokenAsync(FunctionApp app, OnlyIdCaller caller)
    {
        var body = caller.Body(Recipients.Mobile()).ToJsonString();
        foreach (var name in BadBody.Names)
        {
            var content = new ByteArrayContent(BadBody.Make(name, body));
            await app.Http.PostAsync(new Uri("api/open/send-otp", UriKind.Relative), content);
        }

        var tooLarge = new ByteArrayContent(BadBody.Padded(body, BadBody.Cap + 1));
        await app.Http.PostAsync(new Uri("api/open/send-otp", UriKind.Relative), tooLarge);
    }
}
