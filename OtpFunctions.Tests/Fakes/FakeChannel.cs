using System.Collections.Concurrent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A provider that keeps what it got and answers as told.</summary>
internal sealed class FakeChannel : IDeliveryChannel
{
    public ConcurrentQueue<CodeMessage> Sent { get; } = new();

    public Func<CodeMessage, Task<DeliveryOutcome>> Answer { get; set; } = _ => Task.FromResult(DeliveryOutcome.Accepted);

    public Task<DeliveryOutcome> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        Sent.Enqueue(message);
        return Answer(message);
    }
}
