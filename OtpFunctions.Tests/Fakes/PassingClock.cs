namespace OtpFunctions.Tests.Fakes;

/// <summary>A clock that a test moves by hand; but waits of at most <paramref name="longestPause"/> pass at once.</summary>
internal sealed class PassingClock(TimeSpan longestPause) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly HashSet<PassingTimer> _timers = [];
    private DateTimeOffset _now = new(2026, 1, 5, 11, 45, 30, TimeSpan.Zero);

    /// <summary>The waits that passed at once, in order.</summary>
    public List<TimeSpan> Pauses { get; } = [];

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
        {
            return _now;
        }
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PassingTimer(() => callback(state), Set);
        Set(timer, dueTime);
        return timer;
    }

    public void Advance(TimeSpan by)
    {
        PassingTimer[] due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.ExceptWith(due);
        }

        foreach (var timer in due)
        {
            timer.Fire();
        }
    }

    private void Set(PassingTimer timer, TimeSpan wait)
    {
        lock (_gate)
        {
            _timers.Remove(timer);
            if (wait == Timeout.InfiniteTimeSpan)
            {
                return;
            }

            timer.Due = _now + wait;
            _timers.Add(timer);
            if (wait > longestPause)
            {
                return;
            }

            Pauses.Add(wait);
        }

        // Not before the caller has its timer.
        ThreadPool.QueueUserWorkItem(_ => Advance(wait));
    }
}
