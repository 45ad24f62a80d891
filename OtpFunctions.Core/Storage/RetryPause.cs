using System.Security.Cryptography;

namespace OtpFunctions.Core.Storage;

/// <summary>How long a writer who lost a race waits: longer each round, and never as long as the others.</summary>
internal static class RetryPause
{
    private const int FirstMilliseconds = 10;
    private const int LongestMilliseconds = 250;

    /// <summary>Waits.</summary>
    /// <param name="round">1 after the first lost race.</param>
    /// <param name="clock">Whose timers are used.</param>
    /// <param name="cancellation">Ends the wait.</param>
    public static Task WaitAsync(int round, TimeProvider clock, CancellationToken cancellation)
    {
        var most = Math.Min(FirstMilliseconds << round, LongestMilliseconds);
        return Task.Delay(TimeSpan.FromMilliseconds(RandomNumberGenerator.GetInt32(most)), clock, cancellation);
    }
}
