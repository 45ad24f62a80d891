using System.Collections.Concurrent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A provider that keeps what it got and answers as told.</summary>
internal sealed class FakeChannel : IDeliveryChannel
{
    public ConcurrentQueue<CodeMessage> Sent { get; } = new();

    public Func<CodeMessage, Task<DeliveryOutcome>> Answer { get; set; } = _ => Task.FromResult(DeliveryOutcome.Accepted);

    /// <summary>The whole answer, where an outcome is not enough.</summary>
    public Func<CodeMessage, DeliveryAnswer>? Full { get; set; }

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        Sent.Enqueue(message);
        return Full?.Invoke(message) ?? await Answer(message);
    }
}
