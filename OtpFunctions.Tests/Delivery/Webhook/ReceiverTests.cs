using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Delivery.Webhook;
using OtpFunctions.Tests.Delivery.Messages;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Delivery.Webhook;

/// <summary>What is posted here, and the receiver of docs/webhook that takes it: two programs that know only the document.</summary>
public sealed class ReceiverTests : IAsyncLifetime
{
    private static readonly HttpClient Http = new();
    private readonly HurriedClock _clock = new(divisor: 1);
    private NodeTool _receiver = null!;
    private WebhookOptions _options = null!;

    public async Task InitializeAsync()
    {
        var key = AppSettings.FreshKey();
        var script = Path.Combine(ToolsFolder.Location, "..", "docs", "webhook", "receiver.js");
        _receiver = await NodeTool.StartAsync(script, ("OTP_WEBHOOK_KEY", key), "0");
        _options = new WebhookOptions { Url = new Uri(_receiver.Address), Key = key };
    }

    public async Task DisposeAsync() => await _receiver.DisposeAsync();

    [Fact]
    public async Task A_message_is_taken_and_sent_once_however_often_it_comes()
    {
        var (message, next) = (New(), New());

        Assert.Equal(DeliveryOutcome.Accepted, await DeliverAsync(message));
        Assert.Equal(DeliveryOutcome.Accepted, await DeliverAsync(message));
        Assert.Equal(202, await PostAsync(message));
        Assert.Equal(DeliveryOutcome.Accepted, await DeliverAsync(next));

        Assert.Equal($"sent email {message.MessageId}", await _receiver.ReadLineAsync());
        Assert.Equal($"sent email {next.MessageId}", await _receiver.ReadLineAsync());
    }

    [Fact]
    public async Task One_that_was_changed_on_the_way_is_refused_and_not_sent()
    {
        var (message, next) = (New(), New());

        Assert.Equal(401, await PostAsync(message, change: body => body.Replace("someone@", "somebody@", StringComparison.Ordinal)));
        Assert.Equal(DeliveryOutcome.Accepted, await DeliverAsync(next));

        Assert.Equal($"sent email {next.MessageId}", await _receiver.ReadLineAsync());
    }

    [Fact]
    public async Task One_that_is_old_or_of_another_key_is_refused_as_a_fault_of_the_operator_s()
    {
        var old = new ManualClock();
        Assert.Equal(401, await PostAsync(New(), clock: old));

        _options.Key = AppSettings.FreshKey();
        Assert.Equal(DeliveryOutcome.Misconfigured, await DeliverAsync(New()));
    }

    [LocalFact]
    public async Task The_service_itself_is_understood()
    {
        await using var app = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(
            ("Otp__Delivery__Email", "Webhook"),
            ("Otp__Delivery__EmailWebhook__Url", _receiver.Address),
            ("Otp__Delivery__EmailWebhook__Key", _options.Key)));
        var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();

        await caller.CodeAsync(Recipients.Email());

        Assert.StartsWith("sent email ", await _receiver.ReadLineAsync(), StringComparison.Ordinal);
    }

    private static CodeMessage New() => MessageBench.Compose(MessageBench.Mailbox, MessageChoice.General);

    private async Task<DeliveryOutcome> DeliverAsync(CodeMessage message) =>
        (await WebhookChannel.New(_options, _clock).DeliverAsync(message, default)).Outcome;

    // The request as the channel makes it, and what somebody in between makes of it.
    private async Task<int> PostAsync(CodeMessage message, Func<string, string>? change = null, TimeProvider? clock = null)
    {
        using var request = new WebhookRequests(_options, clock ?? _clock).For(message);
        if (change is not null)
        {
            var body = await request.Content!.ReadAsStringAsync();
            Assert.NotEqual(body, change(body));
            request.Content = new StringContent(change(body));
        }

        using var answer = await Http.SendAsync(request);
        return (int)answer.StatusCode;
    }
}
