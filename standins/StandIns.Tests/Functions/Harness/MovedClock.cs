using System.Threading.Channels;

namespace StandIns.Tests.Functions.Harness;

// Stands still until it is moved; says when somebody waits, so that a test never has to.
internal sealed class MovedClock(DateTimeOffset start) : TimeProvider
{
    private readonly Lock _gate = new();
    private readonly List<MovedTimer> _timers = [];
    private readonly Channel<DateTimeOffset> _waits = Channel.CreateUnbounded<DateTimeOffset>();
    private DateTimeOffset _now = start;

    public override DateTimeOffset GetUtcNow()
    {
        lock (_gate)
            return _now;
    }

    public override ITimer CreateTimer(TimerCallback callback, object? state, TimeSpan dueTime, TimeSpan period)
    {
        var timer = new MovedTimer(() => callback(state));
        lock (_gate)
        {
            timer.Due = _now + dueTime;
            _timers.Add(timer);
        }

        _waits.Writer.TryWrite(timer.Due);
        return timer;
    }

    public ValueTask<DateTimeOffset> WaitedForAsync() => _waits.Reader.ReadAsync();

    public void Move(TimeSpan by)
    {
        MovedTimer[] due;
        lock (_gate)
        {
            _now += by;
            due = [.. _timers.Where(timer => timer.Due <= _now)];
            _timers.RemoveAll(timer => timer.Due <= _now);
        }

        foreach (var timer in due)
            timer.Fire();
    }
}
