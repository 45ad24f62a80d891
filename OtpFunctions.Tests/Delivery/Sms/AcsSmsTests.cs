using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Acs;
using OtpFunctions.Core.Delivery.Sms;
using OtpFunctions.Tests.Delivery.Acs;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Delivery.Sms;

public sealed class AcsSmsTests : AcsChannelContract
{
    private protected override bool IsMail => false;

    [Theory]
    [InlineData(400, DeliveryOutcome.RecipientRefused)]
    [InlineData(404, DeliveryOutcome.RecipientRefused)]
    [InlineData(401, DeliveryOutcome.Misconfigured)]
    [InlineData(429, DeliveryOutcome.Throttled)]
    [InlineData(500, DeliveryOutcome.Unavailable)]
    public async Task Below_a_status_of_202_the_recipient_s_own_result_is_read(int httpStatusCode, DeliveryOutcome expected)
    {
        await BeginAsync();
        await Emulator.AddFaultAsync(new { kind = "recipientFailed", httpStatusCode, match = MatchOf(Message) });

        Assert.Equal(new DeliveryAnswer(expected) { Fault = $"{httpStatusCode}" }, await TryAsync());
    }

    [Fact]
    public async Task A_number_that_is_not_the_resource_s_is_our_fault()
    {
        await BeginAsync();
        var options = Options;
        options.SmsFrom = "+12065550199";

        Assert.Equal(DeliveryOutcome.Misconfigured, (await Connect(options).DeliverAsync(Message, default)).Outcome);
    }

    [Fact]
    public async Task Every_try_has_the_id_and_the_time_of_the_message()
    {
        await BeginAsync();
        JsonNode? body = null;
        await using var server = await StubServer.StartAsync(async context =>
        {
            body = await JsonNode.ParseAsync(context.Request.Body);
            context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        });

        await Connect(With($"endpoint={server.Address}/;accesskey={Convert.ToBase64String(new byte[64])}"))
            .DeliverAsync(Message, default);

        var recipient = Assert.Single(body!["smsRecipients"]!.AsArray())!;
        Assert.Equal(Message.MessageId, recipient["repeatabilityRequestId"]!.GetValue<string>());
        Assert.Equal("Mon, 05 Jan 2026 11:45:30 GMT", recipient["repeatabilityFirstSent"]!.GetValue<string>());
        Assert.Equal((AcsEmulator.Number, Message.Text), (body["from"]!.GetValue<string>(), body["message"]!.GetValue<string>()));
    }

    [Fact]
    public async Task A_report_is_asked_for_that_has_the_id_of_the_message()
    {
        await BeginAsync();
        await TryAsync();

        var taken = Assert.Single(await Emulator.MessagesToAsync(Message.To.Delivery));
        Assert.Equal(new AcsMessageOptions(EnableDeliveryReport: true, Message.MessageId), taken.Options);
    }

    [Fact]
    public async Task One_try_is_one_request()
    {
        await BeginAsync();
        await TryAsync();
        await FailAsync(Message, 503, retryAfter: null);
        await TryAsync();

        Assert.Equal(2, Assert.Single(await Emulator.MessagesToAsync(Message.To.Delivery)).Attempts);
    }

    private protected override IDeliveryChannel Connect(AcsOptions options) => AcsSms.New(options, Clock);

    private protected override async Task<IReadOnlyList<(string Subject, string Text, string Html)>> TakenAsync(
        CodeMessage message) =>
        [.. (await Emulator.MessagesToAsync(message.To.Delivery)).Select(taken => ("", taken.Text!, ""))];

    private protected override async Task<DeliveryAnswer> RefusedAsync()
    {
        await Emulator.AddFaultAsync(new { kind = "recipientFailed", match = MatchOf(Message) });
        return await TryAsync();
    }
}
