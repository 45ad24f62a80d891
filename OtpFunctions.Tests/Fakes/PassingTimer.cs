namespace OtpFunctions.Tests.Fakes;

/// <summary>A timer of <see cref="PassingClock"/>, which fires once each time it is set.</summary>
internal sealed class PassingTimer(Action fire, Action<PassingTimer, TimeSpan> set) : ITimer
{
    private volatile bool _isDisposed;

    public DateTimeOffset Due { get; set; } = DateTimeOffset.MaxValue;

    public void Fire()
    {
        if (!_isDisposed)
            fire();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period)
    {
        set(this, dueTime);
        return true;
    }

    public void Dispose() => _isDisposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
