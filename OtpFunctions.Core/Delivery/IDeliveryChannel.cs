namespace OtpFunctions.Core.Delivery;

/// <summary>A way out of the house.</summary>
public interface IDeliveryChannel
{
    /// <summary>Hands one message to the provider.</summary>
    /// <param name="message">What and to whom.</param>
    /// <param name="cancellation">Ends the wait; whether the message went out is then not known.</param>
    Task<DeliveryOutcome> DeliverAsync(CodeMessage message, CancellationToken cancellation);
}
