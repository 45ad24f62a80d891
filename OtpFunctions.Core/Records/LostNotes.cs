using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Core.Records;

/// <summary>Counts the notes that were lost, and says so, at most once a minute.</summary>
internal sealed partial class LostNotes(TimeProvider clock, ILogger<LostNotes> logger)
{
    private static readonly long Interval = (long)TimeSpan.FromMinutes(1).TotalMilliseconds;
    private long _untold;
    private long _toldAt;

    /// <summary>Counts.</summary>
    /// <param name="count">How many; of none nothing is said.</param>
    public void Add(int count)
    {
        if (count == 0)
        {
            return;
        }

        Instruments.LostNotes.Add(count);
        Interlocked.Add(ref _untold, count);
        var (now, told) = (clock.GetUtcNow().ToUnixTimeMilliseconds(), Interlocked.Read(ref _toldAt));
        if (now - told >= Interval && Interlocked.CompareExchange(ref _toldAt, now, told) == told)
        {
            Tell();
        }
    }

    /// <summary>Says what is not said yet, now.</summary>
    public void Tell()
    {
        if (Interlocked.Exchange(ref _untold, 0) is > 0 and var count)
        {
            LogNotesLost(count);
        }
    }

    [LoggerMessage(
        51,
        LogLevel.Warning,
        "{Count} notes on messages were lost: more came than could be written, or the storage did not take them")]
    private partial void LogNotesLost(long count);
}
