namespace OtpFunctions.Tests.Fixtures;

/// <summary>Judges a log of events on its own: no span of a length, wherever it begins, holds more than a limit.</summary>
internal static class SlidingJudge
{
    /// <summary>The most events in any span that begins with an event and ends before it is this long.</summary>
    public static int MostWithin(IEnumerable<long> times, TimeSpan length)
    {
        var sorted = times.Order().ToList();
        return sorted.Count == 0
            ? 0
            : sorted.Max(first => sorted.Count(time => time >= first && time < first + (long)length.TotalMilliseconds));
    }

    /// <param name="times">When the events were, Unix milliseconds, in any order.</param>
    /// <param name="limit">How many fit.</param>
    /// <param name="length">How long an event counts.</param>
    public static void AssertWithin(IEnumerable<long> times, int limit, TimeSpan length)
    {
        var most = MostWithin(times, length);
        Assert.True(most <= limit, $"{most} within {length}, where {limit} fit.");
    }
}
