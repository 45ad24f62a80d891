using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Delivery;

/// <summary>Each message to its channel; what a channel throws becomes an outcome, so that the slot is given back.</summary>
internal sealed partial class DeliveryRouter(IDeliveryChannel email, IDeliveryChannel sms, ILogger<DeliveryRouter> logger)
{
    public async Task<DeliveryOutcome> DeliverAsync(CodeMessage message, CancellationToken cancellation)
    {
        try
        {
            var channel = message.To.Channel switch
            {
                DeliveryChannel.Email => email,
                DeliveryChannel.Sms => sms,
            };
            return await channel.DeliverAsync(message, cancellation);
        }
#pragma warning disable CA1031 // Whatever a provider's client throws, the reservation must be undone.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            // Its message may hold the address: the type says enough.
            LogFailed(message.To.Channel, exception.GetType().Name);
            return DeliveryOutcome.Unavailable;
        }
    }

    [LoggerMessage(1, LogLevel.Error, "Delivery by {Channel} failed with {Fault}")]
    private partial void LogFailed(DeliveryChannel channel, string fault);
}
