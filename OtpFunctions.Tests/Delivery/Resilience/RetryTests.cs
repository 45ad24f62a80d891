using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Tests.Delivery.Messages;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Resilience;

/// <summary>How often and when one provider is asked.</summary>
public sealed class RetryTests
{
    private readonly ResilienceBench _bench = new();

    [Theory]
    [InlineData(DeliveryOutcome.Accepted)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    [InlineData(DeliveryOutcome.Misconfigured)]
    public async Task What_is_settled_is_not_tried_again(DeliveryOutcome outcome)
    {
        var provider = ScriptedProvider.Of(outcome);

        Assert.Equal(outcome, (await _bench.DeliverAsync(provider)).Outcome);
        Assert.Single(provider.Ids);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.Throttled)]
    [InlineData(DeliveryOutcome.TimedOut)]
    public async Task What_may_pass_is_tried_three_times_with_growing_pauses_and_one_id(DeliveryOutcome outcome)
    {
        var provider = ScriptedProvider.Of(outcome);

        Assert.Equal(outcome, (await _bench.DeliverAsync(provider)).Outcome);
        Assert.Equal(3, provider.Ids.Count);
        Assert.Equal([_bench.Message.MessageId], provider.Ids.Distinct());
        Assert.Equal(2, _bench.Clock.Pauses.Count);
        Assert.All(_bench.Clock.Pauses, pause => Assert.InRange(pause.TotalMilliseconds, 0, 3000));
    }

    [Fact]
    public async Task The_third_try_may_succeed()
    {
        var provider = ScriptedProvider.Of(
            DeliveryOutcome.Unavailable, DeliveryOutcome.TimedOut, DeliveryOutcome.Accepted);

        Assert.Equal(DeliveryOutcome.Accepted, (await _bench.DeliverAsync(provider)).Outcome);
        Assert.Empty(_bench.Log.Lines);
    }

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.Misconfigured)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    public async Task After_a_try_that_was_not_answered_no_later_fault_says_that_nothing_went_out(DeliveryOutcome later)
    {
        var provider = ScriptedProvider.Of(DeliveryOutcome.TimedOut, later);

        Assert.Equal(DeliveryOutcome.TimedOut, (await _bench.DeliverAsync(provider)).Outcome);
    }

    [Fact]
    public async Task The_wait_the_provider_asks_for_is_waited()
    {
        var bench = new ResilienceBench(longestPauseSeconds: 6, timeoutSeconds: 7);
        var provider = ScriptedProvider.Of(Wait(seconds: 6), DeliveryOutcome.Accepted);

        Assert.Equal(DeliveryOutcome.Accepted, (await bench.DeliverAsync(provider)).Outcome);
        Assert.Equal([TimeSpan.FromSeconds(6)], bench.Clock.Pauses);
    }

    [Theory]
    [InlineData(8)]
    [InlineData(60)]
    public async Task A_wait_that_does_not_fit_is_passed_on(int seconds)
    {
        var provider = ScriptedProvider.Of(Wait(seconds), DeliveryOutcome.Accepted);

        var answer = await _bench.DeliverAsync(provider);

        Assert.Equal((DeliveryOutcome.Throttled, TimeSpan.FromSeconds(seconds)), (answer.Outcome, answer.RetryAfter));
        Assert.Single(provider.Ids);
    }

    [Theory]
    [InlineData(2, 3)]
    [InlineData(4, 2)]
    [InlineData(7, 2)]
    public async Task A_provider_that_does_not_answer_is_left_after_8_seconds(int timeoutSeconds, int tries)
    {
        var bench = new ResilienceBench(longestPauseSeconds: 1, timeoutSeconds);
        var began = bench.Clock.GetUtcNow();
        var provider = new ScriptedProvider(bench.Hang);

        Assert.Equal(DeliveryOutcome.TimedOut, (await bench.DeliverAsync(provider)).Outcome);
        Assert.InRange(provider.Ids.Count, tries - 1, tries);
        Assert.InRange((bench.Clock.GetUtcNow() - began).TotalSeconds, tries * Math.Min(timeoutSeconds, 4), 8.1);
    }

    [Fact]
    public async Task A_provider_is_not_asked_for_a_caller_whose_time_is_up()
    {
        var provider = ScriptedProvider.Of(DeliveryOutcome.Accepted);

        var answer = await _bench.DeliverAsync(
            _bench.Chain(provider), cancellation: new CancellationToken(canceled: true));

        Assert.Equal(DeliveryOutcome.Unavailable, answer.Outcome);
        Assert.Empty(provider.Ids);
    }

    [Fact]
    public async Task What_a_client_throws_is_tried_again_and_its_text_is_not_logged()
    {
        var provider = new ScriptedProvider(
            _ => throw new InvalidOperationException($"{MessageBench.Code} for {MessageBench.Phone.Delivery}"));

        Assert.Equal(DeliveryOutcome.Unavailable, (await _bench.DeliverAsync(provider)).Outcome);
        Assert.Equal(3, provider.Ids.Count);
        var (id, level, text) = Assert.Single(_bench.Log.Lines);
        Assert.Equal((30, LogLevel.Error), (id, level));
        Assert.Equal("Delivery by Sms through Acs: Unavailable InvalidOperationException", text);
    }

    [Fact]
    public async Task A_refusal_of_ours_is_critical_and_has_an_event_of_its_own()
    {
        await _bench.DeliverAsync(ScriptedProvider.Of(new DeliveryAnswer(DeliveryOutcome.Misconfigured) { Fault = "401" }));

        var (id, level, text) = Assert.Single(_bench.Log.Lines);
        Assert.Equal((31, LogLevel.Critical), (id, level));
        Assert.Contains("Acs refuses this service (401)", text, StringComparison.Ordinal);
    }

    private static DeliveryAnswer Wait(int seconds) =>
        new(DeliveryOutcome.Throttled) { RetryAfter = TimeSpan.FromSeconds(seconds) };
}
