namespace OtpFunctions.Benchmarks.Load;

/// <param name="Pid">Which process.</param>
/// <param name="CpuSeconds">User and system time of all its threads.</param>
/// <param name="MeanRssBytes">Resident memory, the mean of what was seen ten times a second.</param>
/// <param name="PeakRssBytes">The most resident memory since the process began.</param>
internal sealed record ProcessUse(int Pid, double CpuSeconds, double MeanRssBytes, long PeakRssBytes);
