namespace OtpFunctions.Core.Delivery;

/// <summary>The 8 seconds that one code may take, all tries at all providers of all channels together.</summary>
internal sealed class DeliveryDeadline : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(8);
    private readonly TimeProvider _clock;
    private readonly CancellationTokenSource _timeUp;
    private readonly CancellationTokenSource _either;
    private readonly DateTimeOffset _end;

    /// <summary>Begins now.</summary>
    /// <param name="clock">Whose timers are used.</param>
    /// <param name="cancellation">Ends it early.</param>
    public DeliveryDeadline(TimeProvider clock, CancellationToken cancellation)
    {
        _clock = clock;
        _end = clock.GetUtcNow() + Patience;
        _timeUp = new(Patience, clock);
        _either = CancellationTokenSource.CreateLinkedTokenSource(_timeUp.Token, cancellation);
    }

    /// <summary>Ends every try.</summary>
    public CancellationToken Token => _either.Token;

    /// <summary>
    /// Until when a provider is worth waiting for when so many others can still be asked: an equal share of what is left.
    /// </summary>
    /// <param name="others">How many others there are.</param>
    public DateTimeOffset ShareAmong(int others)
    {
        var now = _clock.GetUtcNow();
        return now + ((_end - now) / (others + 1));
    }

    public void Dispose()
    {
        _either.Dispose();
        _timeUp.Dispose();
    }
}
