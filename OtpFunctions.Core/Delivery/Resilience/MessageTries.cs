namespace OtpFunctions.Core.Delivery.Resilience;

/// <summary>The tries of one message at one provider, and what they come to.</summary>
/// <param name="waitsUntil">No further try is waited for beyond this.</param>
/// <param name="clock">The time.</param>
internal sealed class MessageTries(DateTimeOffset waitsUntil, TimeProvider clock)
{
    private DeliveryAnswer _last = DeliveryOutcome.Unavailable;
    private DeliveryAnswer? _unanswered;

    /// <summary>
    /// The last answer; but a try that was not answered may have been taken, and only Accepted, under the same id, makes
    /// that certain.
    /// </summary>
    public DeliveryAnswer Sum => _last.Outcome == DeliveryOutcome.Accepted ? _last : _unanswered ?? _last;

    public void Add(DeliveryAnswer answer)
    {
        _last = answer;
        if (answer.Outcome == DeliveryOutcome.TimedOut)
        {
            _unanswered = answer;
        }
    }

    /// <summary>Whether a further try has a meaning, and the wait that the provider asks for still fits.</summary>
    public bool MayFollow(DeliveryAnswer answer) => answer.Outcome switch
    {
        DeliveryOutcome.Throttled or DeliveryOutcome.Unavailable or DeliveryOutcome.TimedOut =>
            clock.GetUtcNow() + (answer.RetryAfter ?? TimeSpan.Zero) < waitsUntil,
        DeliveryOutcome.Accepted or DeliveryOutcome.RecipientRefused or DeliveryOutcome.Misconfigured => false,
    };
}
