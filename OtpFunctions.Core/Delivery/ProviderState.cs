namespace OtpFunctions.Core.Delivery;

/// <summary>A provider as this instance sees it.</summary>
/// <param name="Provider">As it is set.</param>
/// <param name="IsPaused">Its breaker is open: nobody asks it for some seconds.</param>
public sealed record ProviderState(DeliveryProvider Provider, bool IsPaused);
