using System.Collections.Concurrent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Fakes;

/// <summary>A channel that keeps what it got and answers as told.</summary>
internal sealed class FakeChannel : IDeliveryRoute
{
    public ConcurrentQueue<CodeMessage> Sent { get; } = new();

    /// <summary>Within what time each message was to go out, and how many other ways there were.</summary>
    public ConcurrentQueue<(DeliveryDeadline Deadline, int Others)> Asked { get; } = new();

    public Func<CodeMessage, Task<DeliveryOutcome>> Answer { get; set; } = _ => Task.FromResult(DeliveryOutcome.Accepted);

    /// <summary>The whole answer, where an outcome is not enough.</summary>
    public Func<CodeMessage, DeliveryAnswer>? Full { get; set; }

    public async Task<DeliveryAnswer> DeliverAsync(CodeMessage message, DeliveryDeadline deadline, int others)
    {
        Sent.Enqueue(message);
        Asked.Enqueue((deadline, others));
        return Full?.Invoke(message) ?? await Answer(message);
    }
}
