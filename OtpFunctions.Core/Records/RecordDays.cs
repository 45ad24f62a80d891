namespace OtpFunctions.Core.Records;

/// <summary>The UTC days that records and counts are kept by.</summary>
internal static class RecordDays
{
    /// <summary>Three months, whichever they are.</summary>
    public const int Kept = 92;

    /// <summary>The end of the calendar, Unix milliseconds, less what a record is kept.</summary>
    public static readonly long LastMillisecond =
        DateTimeOffset.MaxValue.ToUnixTimeMilliseconds() - ((Kept + 2) * 86_400_000L);

    public static DateOnly Of(long time) => DateOnly.FromDateTime(DateTimeOffset.FromUnixTimeMilliseconds(time).UtcDateTime);

    /// <summary>From when on a record made then is not kept any more.</summary>
    public static DateTimeOffset PurgeAfter(long time) => DateTimeOffset.FromUnixTimeMilliseconds(time).AddDays(Kept);

    /// <summary>From when on the counts of a day are not kept any more: with the last of its records.</summary>
    public static DateTimeOffset PurgeAfter(DateOnly day) =>
        new(day.AddDays(Kept + 1).ToDateTime(TimeOnly.MinValue), TimeSpan.Zero);
}
