using OtpFunctions.Core.Delivery;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Resilience;

/// <summary>When the second provider of a channel has its turn.</summary>
public sealed class SecondProviderTests
{
    private readonly ResilienceBench _bench = new();

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.Throttled)]
    [InlineData(DeliveryOutcome.Misconfigured)]
    public async Task What_the_first_surely_did_not_take_goes_to_the_second_under_the_same_id(DeliveryOutcome outcome)
    {
        var second = ScriptedProvider.Of(DeliveryOutcome.Accepted);

        Assert.Equal(
            DeliveryOutcome.Accepted, (await _bench.DeliverAsync(ScriptedProvider.Of(outcome), second)).Outcome);
        Assert.Equal([_bench.Message.MessageId], second.Ids);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Accepted)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    [InlineData(DeliveryOutcome.TimedOut)]
    public async Task What_the_first_has_or_may_have_taken_or_refused_for_good_does_not(DeliveryOutcome outcome)
    {
        var second = ScriptedProvider.Of(DeliveryOutcome.Accepted);

        Assert.Equal(outcome, (await _bench.DeliverAsync(ScriptedProvider.Of(outcome), second)).Outcome);
        Assert.Empty(second.Ids);
    }

    [Fact]
    public async Task What_the_second_may_have_taken_may_arrive()
    {
        var answer = await _bench.DeliverAsync(
            ScriptedProvider.Of(DeliveryOutcome.Unavailable), ScriptedProvider.Of(DeliveryOutcome.TimedOut));

        Assert.Equal(DeliveryOutcome.TimedOut, answer.Outcome);
    }

    [Theory]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    [InlineData(DeliveryOutcome.Misconfigured)]
    [InlineData(DeliveryOutcome.Unavailable)]
    public async Task When_the_second_fails_too_the_first_s_fault_is_told(DeliveryOutcome outcome)
    {
        var again = TimeSpan.FromSeconds(30);
        var answer = await _bench.DeliverAsync(
            ScriptedProvider.Of(new DeliveryAnswer(DeliveryOutcome.Throttled) { RetryAfter = again }),
            ScriptedProvider.Of(outcome));

        Assert.Equal((DeliveryOutcome.Throttled, again), (answer.Outcome, answer.RetryAfter));
    }

    [Fact]
    public async Task With_a_second_the_first_is_waited_for_half_of_the_time_only()
    {
        var again = TimeSpan.FromSeconds(4);
        var first = ScriptedProvider.Of(
            new DeliveryAnswer(DeliveryOutcome.Throttled) { RetryAfter = again }, DeliveryOutcome.Accepted);
        var second = ScriptedProvider.Of(DeliveryOutcome.Accepted);

        await new ResilienceBench(longestPauseSeconds: 5, timeoutSeconds: 7).DeliverAsync(first, second);

        Assert.Equal((1, 1), (first.Ids.Count, second.Ids.Count));
    }

    [Theory]
    [InlineData(3, 2)]
    [InlineData(4, 1)]
    public async Task With_another_channel_to_ask_it_is_the_same(int seconds, int tries)
    {
        var provider = ScriptedProvider.Of(Throttled(seconds), DeliveryOutcome.Accepted);

        await new ResilienceBench(longestPauseSeconds: 5, timeoutSeconds: 7).DeliverAsync(provider, others: 1);

        Assert.Equal(tries, provider.Ids.Count);
    }

    [Fact]
    public async Task With_both_each_has_its_share_of_what_is_left()
    {
        var first = ScriptedProvider.Of(Throttled(seconds: 3), DeliveryOutcome.Accepted);
        var second = ScriptedProvider.Of(Throttled(seconds: 3), DeliveryOutcome.Accepted);

        await new ResilienceBench(longestPauseSeconds: 5, timeoutSeconds: 7).DeliverAsync(first, second, others: 1);

        Assert.Equal((1, 2), (first.Ids.Count, second.Ids.Count));
    }

    private static DeliveryAnswer Throttled(int seconds) =>
        new(DeliveryOutcome.Throttled) { RetryAfter = TimeSpan.FromSeconds(seconds) };
}
