using System.Net;
using System.Net.Sockets;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

[Collection(SharedAppCollection.Name)]
public sealed class HealthTests(SharedApp shared)
{
    [Fact]
    public async Task A_working_app_is_alive()
    {
        var answer = await Answer.ReadAsync(shared.Http.GetAsync(new Uri("api/health", UriKind.Relative)));

        answer.Expect(HttpStatusCode.OK);
        Assert.Equal("""{"status":"ok"}""", answer.Body);
    }

    [Fact]
    public async Task And_ready_and_says_by_whom_it_sends()
    {
        var answer = await Answer.ReadAsync(shared.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative)));

        answer.Expect(HttpStatusCode.OK);
        Assert.Equal("ok", answer.Text("status"));
        Assert.All(
            new[] { "email", "sms" }.SelectMany(channel => answer.Json.GetProperty(channel).EnumerateArray()),
            provider => Assert.Equal("ok", provider.GetProperty("state").GetString()));
    }
}

/// <summary>An app of its own, whose storage is not there yet.</summary>
public sealed class OutageTests
{
    private static readonly Uri Alive = new("api/health", UriKind.Relative);
    private static readonly Uri Ready = new("api/health/ready", UriKind.Relative);

    private const string Outboxes = """
        "email":[{"provider":"Outbox","state":"ok"}],"sms":[{"provider":"Outbox","state":"ok"}]
        """;

    [LocalFact]
    public async Task Without_storage_the_app_lives_refuses_in_time_and_recovers_by_itself()
    {
        var port = FreePort();
        await using var app = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(port)));
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        var stranger = new OnlyIdCaller(app.Http, new string('a', 32), new string('b', 32));
        var unknown = new StarlightCaller(app.Http, new string('a', 64));

        (await Answer.ReadAsync(app.Http.GetAsync(Alive))).Expect(HttpStatusCode.OK);
        var notReady = (await Answer.ReadAsync(app.Http.GetAsync(Ready))).Expect(HttpStatusCode.ServiceUnavailable);
        Assert.Equal($$"""{"status":"storage unavailable",{{Outboxes}}}""", notReady.Body);
        await RefusesInTimeAsync(stranger.SendAsync(Recipients.Mobile()));
        await RefusesInTimeAsync(stranger.VerifyAsync(Recipients.Mobile(), "abcd1234"));
        await StarlightRefusesInTimeAsync(unknown.GetAsync("nobody"));
        await StarlightRefusesInTimeAsync(unknown.CheckAsync("nobody", "123456"));
        var fresns = new FresnsCaller(
            app.Http, ("X-Fresns-Aid", "alice"), ("X-Fresns-Aid-Token", new string('c', 64)),
            ("X-Fresns-Client-Lang-Tag", "en"));
        await Task.WhenAll(
            IsBusyInTimeAsync(fresns.SendAsync(Recipients.Email(), useType: 4)),
            IsBusyInTimeAsync(fresns.SendAsync(Recipients.Mobile())),
            IsBusyInTimeAsync(fresns.CheckAsync(Recipients.Mobile(), "123456")));
        var refused = (await console.GetAsync()).ExpectProblem(HttpStatusCode.ServiceUnavailable);
        Assert.NotNull(refused.RetryAfter);

        await using var storage = await Azurite.StartAtAsync(port);

        (await Answer.ReadAsync(app.Http.GetAsync(Ready))).Expect(HttpStatusCode.OK);
        var caller = await console.CreateAsync();
        var recipient = Recipients.Mobile();
        (await caller.VerifyAsync(recipient, await caller.CodeAsync(recipient))).Expect(HttpStatusCode.OK);
        var known = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        await known.SentAsync(await StarlightCaller.UserAsync(app, Recipients.Email()));
        var email = Recipients.Email();
        (await fresns.CheckAsync(email, await fresns.CodeAsync(email))).ExpectCode(0);
    }

    private static async Task RefusesInTimeAsync(Task<Answer> call)
    {
        var answer = await call.WaitAsync(TimeSpan.FromSeconds(16));
        answer.ExpectError(HttpStatusCode.ServiceUnavailable, "服务暂时不可用，请稍后再试");
        Assert.NotNull(answer.RetryAfter);
    }

    // HTTP 200 even now: the code tells.
    private static async Task StarlightRefusesInTimeAsync(Task<Answer> call)
    {
        var answer = (await call.WaitAsync(TimeSpan.FromSeconds(16))).ExpectCode(503, "系统繁忙，请稍后再试");
        Assert.EndsWith(""","kind":"","total":0,"spec":null}""", answer.Body, StringComparison.Ordinal);
        Assert.NotNull(answer.RetryAfter);
    }

    private static async Task IsBusyInTimeAsync(Task<Answer> call)
    {
        var answer = await call.WaitAsync(TimeSpan.FromSeconds(16));
        answer.ExpectCode(30003);
        Assert.Equal("The system is busy, please try again later", answer.Text("message"));
        Assert.Equal("v2", answer.Header("Fresns-Api"));
        Assert.NotNull(answer.RetryAfter);
    }

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
