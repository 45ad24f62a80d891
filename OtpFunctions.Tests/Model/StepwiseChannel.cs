using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>The provider as one call meets it: it gets the message, and answers when it is its turn.</summary>
internal sealed class StepwiseChannel(Scheduler scheduler, DeliveryOutcome outcome, Action<CodeMessage> got) : IDeliveryRoute
{
    public Task<DeliveryAnswer> DeliverAsync(CodeMessage message, DeliveryDeadline deadline, int others)
    {
        got(message);
        return scheduler.WaitAsync<DeliveryAnswer>(_ => Task.FromResult<DeliveryAnswer>(outcome));
    }
}
