using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Resilience;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Resilience;

/// <summary>A provider that fails again and again is left alone.</summary>
public sealed class BreakerTests
{
    private static readonly TimeSpan Break = TimeSpan.FromSeconds(15);
    private readonly ResilienceBench _bench = new();

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.TimedOut)]
    public async Task After_ten_lost_tries_nobody_asks_for_15_seconds_and_callers_are_told_how_long(DeliveryOutcome outcome)
    {
        var provider = ScriptedProvider.Of(outcome);
        var chain = _bench.Chain(provider);
        for (var message = 0; message < 4; message++)
        {
            await _bench.DeliverAsync(chain);
        }

        Assert.Equal(10, provider.Ids.Count);
        var answer = await _bench.DeliverAsync(chain);
        Assert.Equal(10, provider.Ids.Count);
        Assert.Equal(DeliveryOutcome.Unavailable, answer.Outcome);
        Assert.InRange(answer.RetryAfter!.Value, TimeSpan.FromSeconds(1), Break);
        Assert.Contains(_bench.Log.Lines, line => line.Id == 33);
    }

    [Fact]
    public async Task Then_one_try_is_let_through_and_a_success_ends_the_break()
    {
        var provider = ScriptedProvider.Of(
            [.. Enumerable.Repeat(DeliveryOutcome.Unavailable, 10), DeliveryOutcome.Accepted]);
        var chain = _bench.Chain(provider);
        for (var message = 0; message < 4; message++)
        {
            await _bench.DeliverAsync(chain);
        }

        _bench.Clock.Advance(Break);
        Assert.Equal(DeliveryOutcome.Accepted, (await _bench.DeliverAsync(chain)).Outcome);
        Assert.Equal(DeliveryOutcome.Accepted, (await _bench.DeliverAsync(chain)).Outcome);
        Assert.Contains(_bench.Log.Lines, line => line.Id == 34);
    }

    [Theory]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    [InlineData(DeliveryOutcome.Misconfigured)]
    [InlineData(DeliveryOutcome.Throttled)]
    public async Task A_provider_that_answers_is_not_broken(DeliveryOutcome outcome)
    {
        var provider = ScriptedProvider.Of(outcome);
        var chain = _bench.Chain(provider);
        for (var message = 0; message < 12; message++)
        {
            await _bench.DeliverAsync(chain);
        }

        Assert.DoesNotContain(_bench.Log.Lines, line => line.Id == 33);
        Assert.InRange(provider.Ids.Count, 12, 36);
    }

    [Fact]
    public async Task It_is_paused_while_nobody_asks_it_and_again_when_the_one_try_is_lost()
    {
        var provider = ScriptedProvider.Of(DeliveryOutcome.Unavailable);
        var second = ScriptedProvider.Of(DeliveryOutcome.Accepted);
        var chain = _bench.Chain(provider, second);
        Assert.Equal([false, false], Paused(chain));
        for (var message = 0; message < 4; message++)
        {
            await _bench.DeliverAsync(chain);
        }

        Assert.Equal([true, false], Paused(chain));
        _bench.Clock.Advance(Break);
        Assert.Equal([false, false], Paused(chain));

        await _bench.DeliverAsync(chain);
        Assert.Equal([true, false], Paused(chain));
    }

    [Fact]
    public async Task One_that_answers_again_is_not_paused()
    {
        var provider = ScriptedProvider.Of(
            [.. Enumerable.Repeat(DeliveryOutcome.Unavailable, 10), DeliveryOutcome.Accepted]);
        var chain = _bench.Chain(provider);
        for (var message = 0; message < 4; message++)
        {
            await _bench.DeliverAsync(chain);
        }

        Assert.Equal([true], Paused(chain));
        _bench.Clock.Advance(Break);
        await _bench.DeliverAsync(chain);
        Assert.Equal([false], Paused(chain));
    }

    [Fact]
    public async Task While_the_first_is_broken_the_second_is_asked_at_once()
    {
        var first = ScriptedProvider.Of(DeliveryOutcome.Unavailable);
        var second = ScriptedProvider.Of(DeliveryOutcome.Accepted);
        var chain = _bench.Chain(first, second);
        for (var message = 0; message < 4; message++)
        {
            await _bench.DeliverAsync(chain);
        }

        var pauses = _bench.Clock.Pauses.Count;
        Assert.Equal(DeliveryOutcome.Accepted, (await _bench.DeliverAsync(chain)).Outcome);
        Assert.Equal((10, 5, pauses), (first.Ids.Count, second.Ids.Count, _bench.Clock.Pauses.Count));
    }

    private static IEnumerable<bool> Paused(ProviderChain chain) =>
        new DeliveryProviders(email: null, chain).StatesOf(DeliveryChannel.Sms).Select(state => state.IsPaused);
}
