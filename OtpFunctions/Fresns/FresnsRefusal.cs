namespace OtpFunctions.Fresns;

/// <summary>A no, numbered.</summary>
/// <param name="Code">Why.</param>
/// <param name="RetryAfter">When the same call may succeed, where that is known.</param>
internal sealed record FresnsRefusal(FresnsCode Code, TimeSpan? RetryAfter = null);
