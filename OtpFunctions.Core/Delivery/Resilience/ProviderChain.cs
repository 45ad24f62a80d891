namespace OtpFunctions.Core.Delivery.Resilience;

/// <summary>
/// A channel of one provider or two, within 8 seconds in all. The second is asked only about what the first surely did
/// not take: two providers do not know of each other's messages.
/// </summary>
internal sealed class ProviderChain(ResilientProvider first, ResilientProvider? second, TimeProvider clock)
    : IDeliveryChannel
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        var end = clock.GetUtcNow() + Patience;
        using var timeUp = new CancellationTokenSource(Patience, clock);
        using var deadline = CancellationTokenSource.CreateLinkedTokenSource(timeUp.Token, cancellation);

        // With another to ask, waiting for the first is not worth all of the time.
        var answer = await first.DeliverAsync(message, second is null ? end : end - (Patience / 2), deadline.Token);
        if (second is null || !IsOpenToAnother(answer.Outcome))
        {
            return answer;
        }

        // What the second refuses, the first might have delivered: only the first's fault is told.
        var other = await second.DeliverAsync(message, end, deadline.Token);
        return other.Outcome is DeliveryOutcome.Accepted or DeliveryOutcome.TimedOut ? other : answer;
    }

    private static bool IsOpenToAnother(DeliveryOutcome outcome) => outcome switch
    {
        DeliveryOutcome.Misconfigured or DeliveryOutcome.Throttled or DeliveryOutcome.Unavailable => true,
        DeliveryOutcome.Accepted or DeliveryOutcome.RecipientRefused or DeliveryOutcome.TimedOut => false,
    };
}
