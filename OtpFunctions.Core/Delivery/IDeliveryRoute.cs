namespace OtpFunctions.Core.Delivery;

/// <summary>One channel, with every provider that it has.</summary>
internal interface IDeliveryRoute
{
    /// <summary>Hands one message to the first provider that takes it.</summary>
    /// <param name="message">What and to whom.</param>
    /// <param name="deadline">Ends the tries.</param>
    /// <param name="others">How many other routes can be asked about what this one does not take.</param>
    Task<DeliveryAnswer> DeliverAsync(CodeMessage message, DeliveryDeadline deadline, int others);
}
