using System.Diagnostics;

namespace OtpFunctions.Benchmarks.Measuring;

/// <summary>One operation over and over on the calling thread. tools/bench/loop.js is the same for the peers.</summary>
internal static class Loop
{
    /// <summary>By processor time: on a busy machine the compiler needs longer by the clock.</summary>
    public static void WarmUp(TimeSpan cpuTime, Func<int> operation)
    {
        var end = Environment.CpuUsage.TotalTime + cpuTime;
        while (Environment.CpuUsage.TotalTime < end)
        {
            operation();
        }
    }

    /// <param name="time">For how long; the operation under way is finished.</param>
    /// <param name="operation">Answers how many bytes it made.</param>
    public static LoopResult For(TimeSpan time, Func<int> operation)
    {
        var (operations, bytes, mostBytes) = (0L, 0L, 0);
        var cpuBefore = Environment.CpuUsage.TotalTime;
        var clock = Stopwatch.StartNew();
        do
        {
            var made = operation();
            (operations, bytes, mostBytes) = (operations + 1, bytes + made, Math.Max(mostBytes, made));
        }
        while (clock.Elapsed < time);
        return new LoopResult(
            operations,
            clock.Elapsed.TotalSeconds,
            (Environment.CpuUsage.TotalTime - cpuBefore).TotalSeconds,
            (double)bytes / operations,
            mostBytes);
    }
}
