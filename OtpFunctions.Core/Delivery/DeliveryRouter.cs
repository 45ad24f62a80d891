using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Core.Delivery;

/// <summary>Each code in its message to its channel; what is thrown is an outcome, so that the slot is given back.</summary>
internal sealed partial class DeliveryRouter(
    IDeliveryChannel? email, IDeliveryChannel? sms, MessageComposer composer, ILogger<DeliveryRouter> logger)
{
    /// <summary>Why nothing can go to this address, or null: to be asked before anything is written.</summary>
    public Failure? RefuseChannel(Address to) => ChannelTo(to) is null ? new Failure(FailureCode.ChannelClosed) : null;

    /// <summary>Why this message cannot go to this address, or null: to be asked before anything is written.</summary>
    public Failure? RefuseMessage(Address to, MessageChoice choice) =>
        composer.IsAvailable(choice.Template, to.Channel) ? null : new Failure(FailureCode.TemplateUnavailable);

    public async Task<DeliveryAnswer> DeliverAsync(
        Address to, IssuedCode issued, MessageChoice choice, CancellationToken cancellation)
    {
        try
        {
            return ChannelTo(to) is { } channel
                ? await channel.DeliverAsync(composer.Compose(to, issued, choice), cancellation)
                : DeliveryOutcome.Unavailable;
        }
#pragma warning disable CA1031 // Whatever a provider's client throws, the reservation must be undone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Its message may hold the address: the type says enough.
            LogFailed(to.Channel, exception.GetType().Name);
            return ProviderFaults.AnswerTo(exception);
        }
    }

    private IDeliveryChannel? ChannelTo(Address to) => to.Channel switch
    {
        DeliveryChannel.Email => email,
        DeliveryChannel.Sms => sms,
    };

    [LoggerMessage(1, LogLevel.Error, "Delivery by {Channel} failed with {Fault}")]
    private partial void LogFailed(DeliveryChannel channel, string fault);
}
