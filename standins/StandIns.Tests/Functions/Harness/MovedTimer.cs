namespace StandIns.Tests.Functions.Harness;

internal sealed class MovedTimer(Action fire) : ITimer
{
    private volatile bool _disposed;

    public DateTimeOffset Due { get; set; }

    public void Fire()
    {
        if (!_disposed)
            fire();
    }

    public bool Change(TimeSpan dueTime, TimeSpan period) => throw new NotSupportedException();

    public void Dispose() => _disposed = true;

    public ValueTask DisposeAsync()
    {
        Dispose();
        return ValueTask.CompletedTask;
    }
}
