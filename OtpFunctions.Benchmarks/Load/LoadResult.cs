namespace OtpFunctions.Benchmarks.Load;

/// <param name="Operations">How many were finished, every one of them rightly.</param>
/// <param name="WallSeconds">By the clock, from the first to the end of the last.</param>
/// <param name="PerSecond">Operations by the clock.</param>
/// <param name="Latency">Of an operation, of all its requests together.</param>
/// <param name="GeneratorCpuSeconds">Of this process, all its threads.</param>
/// <param name="GeneratorShare">Of one core, that this process took; more than 1 is more than a core.</param>
/// <param name="Processes">What was used meanwhile by those it was told of.</param>
internal sealed record LoadResult(
    long Operations,
    double WallSeconds,
    double PerSecond,
    Latency Latency,
    double GeneratorCpuSeconds,
    double GeneratorShare,
    IReadOnlyList<ProcessUse> Processes);
