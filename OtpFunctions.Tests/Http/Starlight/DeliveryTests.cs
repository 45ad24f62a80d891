using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>What the dialect answers when a message does not go out.</summary>
public sealed class DeliveryTests
{
    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    public async Task A_message_that_does_not_go_out_is_10501_and_neither_counted_nor_repeated(DeliveryOutcome outcome)
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Sms);
        bench.Channel.Answer = _ => Task.FromResult(outcome);
        for (var call = 0; call < 7; call++)
        {
            var refused = await bench.AskAsync(10501);
            Assert.Equal("验证码发送失败", refused.GetProperty("info").GetString());
        }

        Assert.False(await bench.IsRightAsync(bench.Channel.Sent.Last().Code));
        bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
        for (var send = 0; send < 6; send++)
        {
            Assert.True((await bench.GetAsync()).Sent);
            bench.Clock.Advance(TimeSpan.FromMinutes(3));
        }

        Assert.False((await bench.GetAsync()).Sent);
    }

    [Fact]
    public async Task After_a_failed_message_the_code_before_it_is_good_again()
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Email);
        var (code, _) = await bench.GetAsync();
        bench.Clock.Advance(TimeSpan.FromMinutes(3));
        bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Unavailable);

        await bench.AskAsync(10501);

        Assert.True(await bench.IsRightAsync(code));
    }
}
