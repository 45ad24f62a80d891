namespace OtpFunctions.Core.Limits;

/// <summary>At most <paramref name="Limit"/> events in a calendar day of <paramref name="Zone"/>.</summary>
/// <param name="Limit">How many fit, at least 1.</param>
/// <param name="Zone">Whose midnight ends the day.</param>
/// <param name="RepeatsLast">
/// When the day is full its last code is answered, without a message, and is good until the day ends; else refused.
/// </param>
public sealed record DayLimit(int Limit, TimeZoneInfo Zone, bool RepeatsLast = false)
{
    private Calendar Days => new(Zone);

    /// <summary>How long until the next midnight when the day is full, or null when one more fits.</summary>
    /// <param name="times">When the events were, Unix milliseconds.</param>
    /// <param name="now">Unix milliseconds.</param>
    internal TimeSpan? WaitFor(ReadOnlySpan<long> times, long now) =>
        CountOf(times, now) < Limit ? null : TimeSpan.FromMilliseconds(EndOf(now) - now);

    /// <summary>Whether the next event fills the day.</summary>
    internal bool IsLast(ReadOnlySpan<long> times, long now) => CountOf(times, now) == Limit - 1;

    /// <summary>The next midnight, Unix milliseconds.</summary>
    internal long EndOf(long now) => Days.EndOf(Days.DayOf(now));

    private int CountOf(ReadOnlySpan<long> times, long now)
    {
        var today = Days.DayOf(now);
        var count = 0;
        foreach (var time in times)
        {
            count += Days.DayOf(time) == today ? 1 : 0;
        }

        return count;
    }
}
