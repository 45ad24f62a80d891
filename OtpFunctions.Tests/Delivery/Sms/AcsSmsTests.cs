using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Acs;
using OtpFunctions.Core.Delivery.Sms;
using OtpFunctions.Tests.Delivery.Acs;
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
    public async Task A_try_that_comes_again_has_the_id_and_the_time_of_the_first()
    {
        await BeginAsync();
        await TryAsync();
        Clock.Advance(TimeSpan.FromSeconds(2));
        await TryAsync();

        var taken = Assert.Single(await Emulator.MessagesToAsync(Message.To.Delivery));
        Assert.Equal((AcsEmulator.Number, 2), (taken.From, taken.Attempts));
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
