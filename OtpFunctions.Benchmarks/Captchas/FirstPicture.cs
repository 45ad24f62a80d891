namespace OtpFunctions.Benchmarks.Captchas;

/// <param name="Milliseconds">By the clock.</param>
/// <param name="CpuMilliseconds">Of all threads of the process, the compiler's included.</param>
/// <param name="Bytes">Of the PNG.</param>
internal sealed record FirstPicture(double Milliseconds, double CpuMilliseconds, int Bytes);
