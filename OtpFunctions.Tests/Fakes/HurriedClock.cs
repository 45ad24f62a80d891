namespace OtpFunctions.Tests.Fakes;

/// <summary>The system's clock, whose timers go off after a part of their time; it counts them.</summary>
internal sealed class HurriedClock(int divisor = 100) : TimeProvider
{
    private int _timers;

    public int Timers => Volatile.Read(ref _timers);

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        Interlocked.Increment(ref _timers);
        return base.CreateTimer(callback, state, dueTime > TimeSpan.Zero ? dueTime / divisor : dueTime, period);
    }
}
