namespace OtpFunctions.Benchmarks.Measuring;

/// <param name="Method">The benchmark.</param>
/// <param name="AllocatedBytes">On the managed heap, an operation.</param>
/// <param name="Seconds">The mean of an operation.</param>
internal sealed record AllocationResult(string Method, long AllocatedBytes, double Seconds);
