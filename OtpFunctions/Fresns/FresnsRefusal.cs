using OtpFunctions.Core;

namespace OtpFunctions.Fresns;

/// <summary>A no, numbered.</summary>
/// <param name="Code">Why.</param>
/// <param name="RetryAfter">When the same call may succeed, where that is known.</param>
/// <param name="Failure">The core's reason, where it is the core that refuses.</param>
internal sealed record FresnsRefusal(FresnsCode Code, TimeSpan? RetryAfter = null, FailureCode? Failure = null);
