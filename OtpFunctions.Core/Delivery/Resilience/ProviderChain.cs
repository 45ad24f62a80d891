namespace OtpFunctions.Core.Delivery.Resilience;

/// <summary>
/// A channel of one provider or two. The second is asked only about what the first surely did not take: two providers do
/// not know of each other's messages.
/// </summary>
internal sealed class ProviderChain(ResilientProvider first, ResilientProvider? second) : IDeliveryRoute
{
    /// <summary>The first, and the second where there is one.</summary>
    public IEnumerable<ResilientProvider> Providers => second is null ? [first] : [first, second];

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, DeliveryDeadline deadline, int others)
    {
        // With another to ask, waiting for the first is not worth all of the time.
        var waitsUntil = deadline.ShareAmong(second is null ? others : others + 1);
        var answer = await first.DeliverAsync(message, waitsUntil, deadline.Token);
        if (second is null || !answer.IsOpenToAnother)
        {
            return answer;
        }

        // What the second refuses, the first might have delivered: only the first's fault is told.
        var other = await second.DeliverAsync(message, deadline.ShareAmong(others), deadline.Token);
        return other.Outcome is DeliveryOutcome.Accepted or DeliveryOutcome.TimedOut ? other : answer;
    }
}
