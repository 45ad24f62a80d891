using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Delivery;

/// <summary>A provider of a channel as this instance sees it.</summary>
/// <param name="Channel">What goes out through it.</param>
/// <param name="Provider">As it is set; None is a closed channel.</param>
/// <param name="IsPaused">Its breaker is open: nobody asks it for some seconds.</param>
public sealed record ProviderState(DeliveryChannel Channel, DeliveryProvider Provider, bool IsPaused);
