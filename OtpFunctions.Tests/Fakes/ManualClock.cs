namespace OtpFunctions.Tests.Fakes;

/// <summary>A clock that a test moves by hand. Timers run on the system's, so that a retry's pause ends.</summary>
internal sealed class ManualClock : TimeProvider
{
    private long _now = new DateTimeOffset(2026, 1, 5, 11, 45, 30, TimeSpan.Zero).ToUnixTimeMilliseconds();

    public long Milliseconds => Interlocked.Read(ref _now);

    public override long TimestampFrequency => 1000;

    public override long GetTimestamp() => Milliseconds;

    public override DateTimeOffset GetUtcNow() => DateTimeOffset.FromUnixTimeMilliseconds(Milliseconds);

    public void Advance(TimeSpan by) => Interlocked.Add(ref _now, (long)by.TotalMilliseconds);

    public void Set(DateTimeOffset now) => Interlocked.Exchange(ref _now, now.ToUnixTimeMilliseconds());
}
