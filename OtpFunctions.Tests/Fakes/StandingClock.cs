namespace OtpFunctions.Tests.Fakes;

/// <summary>A clock that stands still; who waits is called at once, and by the thread that waits.</summary>
internal sealed class StandingClock : TimeProvider
{
    private static readonly DateTimeOffset Now = new(2026, 1, 5, 11, 45, 30, TimeSpan.Zero);

    public override DateTimeOffset GetUtcNow() => Now;

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        callback(state);
        return new OverTimer();
    }

    private sealed class OverTimer : ITimer
    {
        public bool Change(TimeSpan dueTime, TimeSpan period) => false;

        public void Dispose()
        {
            // There is nothing to stop.
        }

        public ValueTask DisposeAsync() => ValueTask.CompletedTask;
    }
}
