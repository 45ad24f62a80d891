using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Delivery.Resilience;
using OtpFunctions.Tests.Delivery.Messages;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Delivery.Resilience;

/// <summary>A channel of one or two scripted providers on a clock whose pauses pass at once.</summary>
internal sealed class ResilienceBench(int longestPauseSeconds = 3, int timeoutSeconds = 4)
{
    private static readonly TimeSpan Step = TimeSpan.FromMilliseconds(100);
    private static readonly TimeSpan Longest = TimeSpan.FromSeconds(30);

    public PassingClock Clock { get; } = new(TimeSpan.FromSeconds(longestPauseSeconds));

    public LogBook Log { get; } = new();

    public CodeMessage Message { get; } = MessageBench.Compose(MessageBench.Phone, MessageChoice.General);

    public ProviderChain Chain(IDeliveryChannel first, IDeliveryChannel? second = null) => new(
        Provider(first, DeliveryProvider.Acs),
        second is null ? null : Provider(second, DeliveryProvider.Webhook));

    public Task<DeliveryAnswer> DeliverAsync(IDeliveryChannel first, IDeliveryChannel? second = null, int others = 0) =>
        DeliverAsync(Chain(first, second), others);

    public async Task<DeliveryAnswer> DeliverAsync(
        ProviderChain chain, int others = 0, CancellationToken cancellation = default)
    {
        using var deadline = new DeliveryDeadline(Clock, cancellation);
        return await chain.DeliverAsync(Message, deadline, others);
    }

    /// <summary>A line of a script: nothing is answered before somebody ends the try.</summary>
    public DeliveryAnswer Hang(CancellationToken cancellation)
    {
        for (var waited = TimeSpan.Zero; waited < Longest; waited += Step)
        {
            Clock.Advance(Step);
            cancellation.ThrowIfCancellationRequested();
        }

        throw new InvalidOperationException("The try was not ended in time.");
    }

    private ResilientProvider Provider(IDeliveryChannel channel, DeliveryProvider name) =>
        new(channel, name, TimeSpan.FromSeconds(timeoutSeconds), Clock, Log);
}
