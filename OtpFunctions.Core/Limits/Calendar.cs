namespace OtpFunctions.Core.Limits;

/// <summary>The calendar days of <paramref name="Zone"/>. Times are Unix milliseconds.</summary>
/// <remarks>They are computed here because Flex Consumption has no time zone of its own.</remarks>
/// <param name="Zone">Whose midnight ends the day.</param>
internal readonly record struct Calendar(TimeZoneInfo Zone)
{
    public DateOnly DayOf(long time) =>
        DateOnly.FromDateTime(TimeZoneInfo.ConvertTime(DateTimeOffset.FromUnixTimeMilliseconds(time), Zone).DateTime);

    /// <summary>The first moment of the day after it.</summary>
    public long EndOf(DateOnly day) => StartOf(day.AddDays(1));

    private long StartOf(DateOnly day)
    {
        var midnight = day.ToDateTime(TimeOnly.MinValue);
        while (Zone.IsInvalidTime(midnight))
        {
            // Where summer time begins at midnight the day starts later.
            midnight = midnight.AddMinutes(15);
        }

        // Where it ends at one, midnight comes twice, and the day begins with the first.
        var offset = Zone.IsAmbiguousTime(midnight) ? Zone.GetAmbiguousTimeOffsets(midnight).Max() : Zone.GetUtcOffset(midnight);
        return new DateTimeOffset(midnight, offset).ToUnixTimeMilliseconds();
    }
}
