namespace OtpFunctions.Tests.Fresns;

/// <summary>What the dialect answered.</summary>
/// <param name="Code">The code of the envelope.</param>
/// <param name="RetryAfter">The header, in seconds, or null.</param>
internal sealed record FresnsAnswer(int Code, string? RetryAfter = null);
