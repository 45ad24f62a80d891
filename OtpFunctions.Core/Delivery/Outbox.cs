namespace OtpFunctions.Core.Delivery;

/// <summary>A channel that keeps the newest messages in memory, for development and tests.</summary>
public sealed class Outbox(TimeProvider clock) : IDeliveryChannel
{
    private const int Kept = 1000;
    private readonly Lock _gate = new();
    private readonly Queue<OutboxMessage> _messages = new();

    /// <summary>The newest 1,000 messages, oldest first.</summary>
    public IReadOnlyList<OutboxMessage> Messages
    {
        get
        {
            lock (_gate)
            {
                return [.. _messages];
            }
        }
    }

    /// <inheritdoc />
    public Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        lock (_gate)
        {
            _messages.Enqueue(new OutboxMessage(message, clock.GetUtcNow()));
            if (_messages.Count > Kept)
            {
                _messages.Dequeue();
            }
        }

        return Task.FromResult<DeliveryAnswer>(DeliveryOutcome.Accepted);
    }
}
