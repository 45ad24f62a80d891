using System.Net;
using OtpFunctions.Http;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>What an app of its own sends to a collector, and that it does not need one.</summary>
public sealed class TelemetryTests
{
    private static readonly TimeSpan Soon = TimeSpan.FromSeconds(2);
    private static readonly (string Name, string? Value) SoonTraced = ("OTEL_BSP_SCHEDULE_DELAY", "50");
    private static readonly (string Name, string? Value) SoonMeasured = ("OTEL_METRIC_EXPORT_INTERVAL", "50");
    private static readonly Uri Ready = new("api/health/ready", UriKind.Relative);

    [LocalFact]
    public async Task Metrics_and_traces_come_at_the_latest_when_the_app_ends()
    {
        var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(SoonTraced));
        await ExportsAsync(app, "traces");
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        var caller = await console.CreateAsync();
        var recipient = Recipients.Mobile();
        var code = await caller.CodeAsync(recipient);
        (await caller.VerifyAsync(recipient, code)).Expect(HttpStatusCode.OK);
        await caller.VerifyAsync(recipient, code);
        Assert.Equal(0, app.Telemetry.RequestsOf("metrics"));
        await app.DisposeAsync();

        var texts = app.Telemetry.Texts.ToHashSet(StringComparer.Ordinal);
        Assert.Superset(
            new HashSet<string>
            {
                "otp.issue.duration", "otp.verify.duration", "otp.deliver.duration", "otp.deliver.tries", "otp.refusals",
                "otp.storage.duration",
            },
            texts);
        Assert.Superset(
            new HashSet<string>
            {
                "OnlyIdSendOtp", "OnlyIdVerifyOtp", "find recipients", "replace recipients", "deliver Sms", "onlyid", "Sms",
                "Outbox", "Sent", "Verified", "CodeRejected", "OtpFunctions",
            },
            texts);
    }

    [LocalTheory]
    [InlineData(null, true)]
    [InlineData("parentbased_always_on", false)]
    public async Task A_callers_flag_has_no_say_in_what_is_traced_unless_the_operator_says_so(string? sampler, bool isTraced)
    {
        var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(
            SoonMeasured, ("OTEL_TRACES_SAMPLER", sampler)));
        await ExportsAsync(app, "metrics");
        using var http = app.NewHttp(("traceparent", "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-00"));
        await http.GetAsync(Ready);
        await app.DisposeAsync();

        Assert.Equal(isTraced, app.Telemetry.Texts.Contains("HealthReady"));
        Assert.Contains("otp.storage.duration", app.Telemetry.Texts);
    }

    /// <summary>Nothing printed it, so it is the search of what was sent that finds it.</summary>
    [LocalFact]
    public async Task An_app_that_sent_a_secret_does_not_end_well()
    {
        var app = await FunctionApp.StartAsync(
            (await AppSettings.FreshAsync()).With(SoonTraced, ("OTEL_SERVICE_NAME", "planted-0123456789")));
        await ExportsAsync(app, "traces");
        app.Secrets.Add("planted-0123456789");

        await Assert.ThrowsAnyAsync<Xunit.Sdk.XunitException>(async () => await app.DisposeAsync());
    }

    [LocalFact]
    public async Task Without_a_collector_nothing_of_OpenTelemetry_is_loaded()
    {
        await using var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With((AppSettings.Telemetry, "")));
        await app.Http.GetAsync(Ready);

        Assert.False(await IsLoadedAsync(app));
    }

    [LocalTheory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task A_collector_that_is_out_or_never_answers_slows_no_call_and_no_end(bool isOut)
    {
        var never = new TaskCompletionSource();
        await using var silent = await StubServer.StartAsync(_ => never.Task);
        var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(
            (AppSettings.Telemetry, isOut ? "http://127.0.0.1:1/" : silent.Address),
            SoonMeasured,
            SoonTraced));
        for (var round = 0; round < 200 && !await IsLoadedAsync(app); round++)
            await Task.Delay(TimeSpan.FromMilliseconds(50));

        Assert.True(await IsLoadedAsync(app));
        for (var call = 0; call < 20; call++)
        {
            var answer = await app.Http.GetAsync(Ready).WaitAsync(Soon);
            Assert.Equal(HttpStatusCode.OK, answer.StatusCode);
        }

        await app.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(19));
        never.SetResult();
    }

    [LocalFact]
    public async Task Every_line_of_a_call_shows_its_id()
    {
        var app = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringAt(1)));
        var notReady = await Answer.ReadAsync(app.Http.GetAsync(Ready));
        var refused = await new OnlyIdCaller(app.Http, new string('a', 32), new string('b', 32)).SendAsync(Recipients.Mobile());
        await app.DisposeAsync();

        Line(app, "Not ready", notReady);
        Line(app, "could not reach the storage", refused);
    }

    private static void Line(FunctionApp app, string text, Answer answer)
    {
        var line = Assert.Single(app.Output.Lines, line => line.Contains(text, StringComparison.Ordinal));
        Assert.Contains($"RequestId:{answer.Header(RequestId.Header)} ", line, StringComparison.Ordinal);
    }

    // The exporter begins beside the start.
    private static async Task ExportsAsync(FunctionApp app, string signal)
    {
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        for (var round = 0; round < 200 && app.Telemetry.RequestsOf(signal) == 0; round++)
        {
            await console.GetAsync();
            await Task.Delay(TimeSpan.FromMilliseconds(50));
        }

        Assert.InRange(app.Telemetry.RequestsOf(signal), 1, 200);
    }

    private static async Task<bool> IsLoadedAsync(FunctionApp app) =>
        (await MappedFiles.OfAsync(app)).Contains("OpenTelemetry", StringComparison.Ordinal);
}
