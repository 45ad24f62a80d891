namespace OtpFunctions.Tests.Fakes;

/// <summary>One instance's clock, off by what a test says; its timers go off at once.</summary>
internal sealed class SkewedClock(ManualClock common) : TimeProvider
{
    public long Skew { get; set; }

    public long Milliseconds => common.Milliseconds + Skew;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new PassingTimer(() => callback(state), (_, _) => { });
        if (dueTime != Timeout.InfiniteTimeSpan)
            timer.Fire();

        return timer;
    }
}
