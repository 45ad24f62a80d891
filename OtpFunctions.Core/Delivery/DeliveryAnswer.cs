namespace OtpFunctions.Core.Delivery;

/// <summary>What a provider made of a message. It holds no text of the provider's, which may repeat the address.</summary>
/// <param name="Outcome">What became of it.</param>
public sealed record DeliveryAnswer(DeliveryOutcome Outcome)
{
    /// <summary>When the provider asks to be tried again, where it says so.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>For the log: an HTTP status or the type of an exception; empty where there is none.</summary>
    public string Fault { get; init; } = "";

    /// <summary>Whether the message surely did not go out, and another way might take it.</summary>
    public bool IsOpenToAnother => Outcome switch
    {
        DeliveryOutcome.Misconfigured or DeliveryOutcome.Throttled or DeliveryOutcome.Unavailable => true,
        DeliveryOutcome.Accepted or DeliveryOutcome.RecipientRefused or DeliveryOutcome.TimedOut => false,
    };

    /// <summary>An outcome of which nothing more is known.</summary>
    /// <param name="outcome">What became of the message.</param>
    public static implicit operator DeliveryAnswer(DeliveryOutcome outcome) => new(outcome);
}
