namespace OtpFunctions.Benchmarks.Measuring;

/// <param name="Operations">How many were finished.</param>
/// <param name="WallSeconds">By the clock.</param>
/// <param name="CpuSeconds">Of all threads of the process, the runtime's own included; user and system time.</param>
/// <param name="MeanBytes">Of what an operation made.</param>
/// <param name="MostBytes">Of what an operation made.</param>
internal sealed record LoopResult(
    long Operations, double WallSeconds, double CpuSeconds, double MeanBytes, int MostBytes);
