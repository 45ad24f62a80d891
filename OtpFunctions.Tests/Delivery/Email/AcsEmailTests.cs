using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Acs;
using OtpFunctions.Core.Delivery.Email;
using OtpFunctions.Tests.Delivery.Acs;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Delivery.Email;

public sealed class AcsEmailTests : AcsChannelContract
{
    private protected override bool IsMail => true;

    [Fact]
    public async Task The_operation_has_the_message_s_id_and_one_try_is_one_request()
    {
        await BeginAsync();
        await TryAsync();
        await FailAsync(Message, 503, retryAfter: null);
        await TryAsync();

        var taken = Assert.Single(await Emulator.MessagesToAsync(Message.To.Delivery));
        Assert.Equal((Message.MessageId, AcsEmulator.Sender, 2), (taken.Id, taken.From, taken.Attempts));
    }

    [Theory]
    [InlineData("codes@other.example")]
    [InlineData("other@shop.example")]
    public async Task A_sender_the_resource_does_not_have_is_our_fault(string sender)
    {
        await BeginAsync();
        var options = Options;
        options.EmailFrom = sender;

        Assert.Equal(DeliveryOutcome.Misconfigured, (await Connect(options).DeliverAsync(Message, default)).Outcome);
    }

    [Fact]
    public async Task A_key_the_resource_does_not_have_is_our_fault()
    {
        await BeginAsync();
        var wrong = With($"endpoint={Emulator.Endpoint};accesskey={Convert.ToBase64String(new byte[64])}");

        Assert.Equal(DeliveryOutcome.Misconfigured, (await Connect(wrong).DeliverAsync(Message, default)).Outcome);
    }

    [Theory]
    [InlineData("InvalidEmailAddress", DeliveryOutcome.RecipientRefused)]
    [InlineData("EmailDroppedAllRecipientsSuppressed", DeliveryOutcome.RecipientRefused)]
    [InlineData("BadRequest", DeliveryOutcome.Misconfigured)]
    public async Task Who_a_bad_request_blames_is_told_by_its_code(string code, DeliveryOutcome expected)
    {
        await BeginAsync();
        await using var server = await RefusingAsync(code);

        Assert.Equal(expected, (await ConnectTo(server).DeliverAsync(Message, default)).Outcome);
    }

    private protected override IDeliveryChannel Connect(AcsOptions options) => AcsEmail.New(options, Clock);

    private protected override async Task<IReadOnlyList<(string Subject, string Text, string Html)>> TakenAsync(
        CodeMessage message) =>
        [.. (await Emulator.MessagesToAsync(message.To.Delivery)).Select(taken => (taken.Subject!, taken.Text!, taken.Html!))];

    private protected override async Task<DeliveryAnswer> RefusedAsync()
    {
        await using var server = await RefusingAsync("EmailDroppedAllRecipientsSuppressed");
        return await ConnectTo(server).DeliverAsync(Message, default);
    }

    private IDeliveryChannel ConnectTo(StubServer server) =>
        Connect(With($"endpoint={server.Address}/;accesskey={Convert.ToBase64String(new byte[64])}"));

    // The emulator has no code for it.
    private static Task<StubServer> RefusingAsync(string code) => StubServer.StartAsync(context =>
    {
        context.Response.StatusCode = StatusCodes.Status400BadRequest;
        return context.Response.WriteAsJsonAsync(new { error = new { code, message = "It names the address." } });
    });
}
