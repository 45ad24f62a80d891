namespace OtpFunctions.Core.Delivery;

/// <summary>A way out of the house.</summary>
public interface IDeliveryChannel
{
    /// <summary>Hands one message to the provider. The same message may come again: it goes out once.</summary>
    /// <param name="message">What and to whom.</param>
    /// <param name="cancellation">Ends the wait; whether the message went out is then not known.</param>
    Task<DeliveryAnswer> DeliverAsync(CodeMessage message, CancellationToken cancellation);
}
