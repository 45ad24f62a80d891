namespace OtpFunctions.Core.Delivery;

/// <summary>What became of a message.</summary>
public enum DeliveryOutcome
{
    /// <summary>The provider took it.</summary>
    Accepted,

    /// <summary>The provider says that this recipient cannot be reached: no use trying again.</summary>
    RecipientRefused,

    /// <summary>The provider refuses us, whoever the recipient is: a key, a sender or an address is wrong.</summary>
    Misconfigured,

    /// <summary>The provider asks for fewer messages; <see cref="DeliveryAnswer.RetryAfter"/> may tell until when.</summary>
    Throttled,

    /// <summary>The provider is out, and did not take the message.</summary>
    Unavailable,

    /// <summary>The provider got the message and did not answer: whether it goes out is not known.</summary>
    TimedOut,
}
