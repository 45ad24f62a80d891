namespace OtpFunctions.Core.Limits;

/// <summary>At most <paramref name="Limit"/> events in any span of <paramref name="Length"/>.</summary>
/// <param name="Limit">How many fit, at least 1.</param>
/// <param name="Length">How long an event counts. At exactly this age it no longer does.</param>
public readonly record struct SlidingWindow(int Limit, TimeSpan Length)
{
    /// <summary>How long until one more event fits, or null when it fits now.</summary>
    /// <param name="times">When the events were, Unix milliseconds, in any order.</param>
    /// <param name="now">Unix milliseconds. An event after it (another instance's clock) counts too.</param>
    internal TimeSpan? WaitFor(ReadOnlySpan<long> times, long now)
    {
        var length = (long)Length.TotalMilliseconds;
        Span<long> inside = stackalloc long[times.Length];
        var count = 0;
        foreach (var time in times)
        {
            if (time > now - length)
            {
                inside[count++] = time;
            }
        }

        if (count < Limit)
        {
            return null;
        }

        inside = inside[..count];
        inside.Sort();
        return TimeSpan.FromMilliseconds(inside[count - Limit] + length - now);
    }
}
