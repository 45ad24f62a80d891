namespace OtpFunctions.Core.Limits;

/// <summary>When one caller's network called. Immutable; times are Unix milliseconds.</summary>
internal sealed record CallTimes
{
    public static CallTimes None { get; } = new();

    public long[] Times { get; init; } = [];

    /// <summary>The first moment at which the newest call no longer counts.</summary>
    public long PurgeAfter { get; init; }

    /// <summary>These calls and one more, or how long until one more fits.</summary>
    public (CallTimes? Next, TimeSpan? Wait) Admit(SlidingWindow window, long now)
    {
        if (window.WaitFor(Times, now) is { } wait)
        {
            return (null, wait);
        }

        var length = (long)window.Length.TotalMilliseconds;
        return (new CallTimes { Times = [.. Times.Where(time => time > now - length), now], PurgeAfter = now + length }, null);
    }
}
