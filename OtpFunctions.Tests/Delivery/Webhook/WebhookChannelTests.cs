using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Webhook;
using OtpFunctions.Tests.Contracts;
using OtpFunctions.Tests.Delivery.Messages;

namespace OtpFunctions.Tests.Delivery.Webhook;

public sealed class WebhookChannelTests : DeliveryChannelContract, IAsyncLifetime
{
    private WebhookServer _server = null!;

    private protected override bool IsMail => true;

    public async Task InitializeAsync()
    {
        _server = await WebhookServer.StartAsync();
        await BeginAsync();
    }

    public async Task DisposeAsync() => await _server.DisposeAsync();

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task The_body_is_the_documented_one_and_holds_the_code_by_itself_only_when_that_is_set(bool includesCode)
    {
        await _server.Connect(includesCode).DeliverAsync(Message, default);

        var expected = new JsonObject
        {
            ["channel"] = "email",
            ["to"] = Message.To.Delivery,
            ["subject"] = Message.Subject,
            ["text"] = Message.Text,
            ["html"] = Message.Html,
            ["template"] = "General",
            ["language"] = "zh-Hans",
            ["messageId"] = Message.MessageId,
        };
        if (includesCode)
        {
            expected["code"] = MessageBench.Code;
        }

        Assert.True(JsonNode.DeepEquals(expected, Assert.Single(_server.Posted)));
    }

    [Fact]
    public async Task Every_try_is_signed_with_its_own_time()
    {
        await TryAsync();
        _server.Clock.Advance(TimeSpan.FromMinutes(6));

        Assert.Equal(DeliveryOutcome.Accepted, (await TryAsync()).Outcome);
        Assert.Equal(2, _server.Posted.Count);
    }

    [Theory]
    [InlineData(400, """{"error":"recipient"}""", DeliveryOutcome.RecipientRefused)]
    [InlineData(404, """{"error":"recipient"}""", DeliveryOutcome.RecipientRefused)]
    [InlineData(422, "", DeliveryOutcome.RecipientRefused)]
    [InlineData(401, """{"error":"recipient"}""", DeliveryOutcome.Misconfigured)]
    [InlineData(403, """{"error":"recipient"}""", DeliveryOutcome.Misconfigured)]
    [InlineData(429, """{"error":"recipient"}""", DeliveryOutcome.Throttled)]
    [InlineData(500, """{"error":"recipient"}""", DeliveryOutcome.Unavailable)]
    [InlineData(400, """{"error":"body"}""", DeliveryOutcome.Unavailable)]
    [InlineData(400, """{"error":["recipient"]}""", DeliveryOutcome.Unavailable)]
    [InlineData(400, "recipient", DeliveryOutcome.Unavailable)]
    [InlineData(400, "", DeliveryOutcome.Unavailable)]
    [InlineData(404, "", DeliveryOutcome.Unavailable)]
    [InlineData(504, "", DeliveryOutcome.TimedOut)]
    [InlineData(200, "", DeliveryOutcome.Accepted)]
    [InlineData(204, "", DeliveryOutcome.Accepted)]
    public async Task Each_answer_means_one_thing(int status, string body, DeliveryOutcome expected)
    {
        _server.Fault = (false, Say(status, body));

        Assert.Equal(expected, (await TryAsync()).Outcome);
    }

    [Fact]
    public async Task Of_a_long_answer_no_more_than_4_KiB_is_read()
    {
        _server.Fault = (false, Say(400, $$"""{"error":"recipient","more":"{{new string('a', 4096)}}"}"""));

        Assert.Equal(DeliveryOutcome.Unavailable, (await TryAsync()).Outcome);
    }

    [Fact]
    public async Task A_redirect_is_not_followed()
    {
        _server.Fault = (false, Redirect);

        Assert.Equal(DeliveryOutcome.Unavailable, (await TryAsync()).Outcome);
        Assert.Single(_server.Posted);
    }

    [Fact]
    public void Options_and_body_do_not_print_themselves()
    {
        var body = new WebhookBody
        {
            Channel = "sms",
            To = MessageBench.Phone.Delivery,
            Subject = "",
            Text = MessageBench.Code,
            Html = "",
            Template = "",
            Language = "",
            MessageId = "",
        };

        Assert.Equal(nameof(WebhookOptions), $"{WebhookServer.Options("https://example.com")}");
        Assert.Equal(typeof(WebhookBody).FullName, $"{body}");
    }

    private protected override Task StartAsync() => Task.CompletedTask;

    private protected override IDeliveryChannel Reachable() => _server.Connect();

    private protected override IDeliveryChannel Unreachable() =>
        WebhookChannel.New(WebhookServer.Options("http://127.0.0.1:1/"), _server.Clock);

    private protected override Task<IReadOnlyList<(string Subject, string Text, string Html)>> TakenAsync(CodeMessage message) =>
        Task.FromResult<IReadOnlyList<(string, string, string)>>(
            [.. _server.Sent.Values.Select(sent => (Text(sent, "subject"), Text(sent, "text"), Text(sent, "html")))]);

    private protected override Task FailAsync(CodeMessage message, int status, int? retryAfter)
    {
        _server.Fault = (false, Say(status, "", retryAfter));
        return Task.CompletedTask;
    }

    private protected override Task<DeliveryAnswer> RefusedAsync()
    {
        _server.Fault = (false, Say(422, """{"error":"recipient"}"""));
        return TryAsync();
    }

    private protected override Task LoseAnswerAsync(CodeMessage message, bool isDropped)
    {
        _server.Fault = (true, isDropped ? Drop : Hang);
        return Task.CompletedTask;
    }

    private static Task Drop(HttpContext context)
    {
        context.Abort();
        return Task.CompletedTask;
    }

    private static Task Hang(HttpContext context) =>
        Task.Delay(Timeout.Infinite, context.RequestAborted).ContinueWith(_ => { }, TaskScheduler.Default);

    private static Task Redirect(HttpContext context)
    {
        context.Response.Redirect($"http://{context.Request.Host}/elsewhere", permanent: false, preserveMethod: true);
        return Task.CompletedTask;
    }

    private static RequestDelegate Say(int status, string body, int? retryAfter = null) => context =>
    {
        context.Response.StatusCode = status;
        context.Response.Headers.RetryAfter = $"{retryAfter}";
        return body.Length > 0 ? context.Response.WriteAsync(body) : Task.CompletedTask;
    };

    private static string Text(JsonObject sent, string name) => sent[name]!.GetValue<string>();
}
