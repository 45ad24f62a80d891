using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Resilience;

namespace OtpFunctions.Core.Delivery;

/// <summary>The providers of both channels, made of settings that were checked at start.</summary>
public sealed class DeliveryProviders
{
    internal DeliveryProviders(ProviderChain? email, ProviderChain? sms) => (Email, Sms) = (email, sms);

    internal ProviderChain? Email { get; }

    internal ProviderChain? Sms { get; }

    /// <summary>The first and the second, where there are; none where the channel is closed. Nobody is asked.</summary>
    /// <param name="channel">E-mail or SMS.</param>
    public IReadOnlyList<ProviderState> StatesOf(DeliveryChannel channel)
    {
        var chain = channel switch
        {
            DeliveryChannel.Email => Email,
            DeliveryChannel.Sms => Sms,
        };
        return chain is null ? [] : [.. chain.Providers.Select(provider => new ProviderState(provider.Name, provider.IsPaused))];
    }
}
