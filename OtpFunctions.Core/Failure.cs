using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core;

/// <summary>An expected refusal: a value, not an exception.</summary>
/// <param name="Code">Why.</param>
/// <param name="RetryAfter">When the same call may succeed, where that is known.</param>
public sealed record Failure(FailureCode Code, TimeSpan? RetryAfter = null)
{
    /// <summary>Of which address, where one of several is refused.</summary>
    public DeliveryChannel? Channel { get; init; }

    /// <summary>Of TooOften: how long the window is that waits longest.</summary>
    public TimeSpan? Window { get; init; }
}
