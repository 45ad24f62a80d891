namespace OtpFunctions.Benchmarks.Purging;

/// <param name="Rows">How many were deleted.</param>
/// <param name="Seconds">By the clock, from the first request to the last answer.</param>
internal sealed record PurgeResult(int Rows, double Seconds);
