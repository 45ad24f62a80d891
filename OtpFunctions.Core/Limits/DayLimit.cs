namespace OtpFunctions.Core.Limits;

/// <summary>At most <paramref name="Limit"/> events in a calendar day of <paramref name="Zone"/>.</summary>
/// <remarks>The day is computed here because Flex Consumption has no time zone of its own.</remarks>
/// <param name="Limit">How many fit, at least 1.</param>
/// <param name="Zone">Whose midnight ends the day.</param>
/// <param name="RepeatsLast">
/// When the day is full its last code is answered, without a message, and is good until the day ends; else refused.
/// </param>
public sealed record DayLimit(int Limit, TimeZoneInfo Zone, bool RepeatsLast = false)
{
    /// <summary>How long until the next midnight when the day is full, or null when one more fits.</summary>
    /// <param name="times">When the events were, Unix milliseconds.</param>
    /// <param name="now">Unix milliseconds.</param>
    internal TimeSpan? WaitFor(ReadOnlySpan<long> times, long now) =>
        CountOf(times, now) < Limit ? null : TimeSpan.FromMilliseconds(EndOf(now) - now);

    /// <summary>Whether the next event fills the day.</summary>
    internal bool IsLast(ReadOnlySpan<long> times, long now) => CountOf(times, now) == Limit - 1;

    /// <summary>The next midnight, Unix milliseconds.</summary>
    internal long EndOf(long now) => StartOf(DayOf(now).AddDays(1));

    private int CountOf(ReadOnlySpan<long> times, long now)
    {
        var today = DayOf(now);
        var count = 0;
        foreach (var time in times)
        {
            count += DayOf(time) == today ? 1 : 0;
        }

        return count;
    }

    private DateOnly DayOf(long time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(time), Zone).DateTime);

    private long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            // Where summer time begins at midnight the day starts later.
            midnight = midnight.AddMinutes(15);
        }

        return new DateTimeOffset(midnight, Zone.GetUtcOffset(midnight)).ToUnixTimeMilliseconds();
    }
}
