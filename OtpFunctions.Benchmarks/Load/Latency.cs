namespace OtpFunctions.Benchmarks.Load;

/// <summary>How long operations took, in milliseconds.</summary>
/// <param name="P50Ms">Half of them took no longer.</param>
/// <param name="P95Ms">95 of 100 took no longer.</param>
/// <param name="P99Ms">99 of 100 took no longer.</param>
/// <param name="MaxMs">The longest.</param>
internal sealed record Latency(double P50Ms, double P95Ms, double P99Ms, double MaxMs)
{
    /// <summary>By the nearest rank: a percentile is one of the times that were measured.</summary>
    public static Latency Of(List<TimeSpan> taken)
    {
        var sorted = taken.Order().ToArray();
        return new Latency(At(0.5), At(0.95), At(0.99), At(1));

        double At(double share) => sorted[(int)Math.Ceiling(share * sorted.Length) - 1].TotalMilliseconds;
    }
}
