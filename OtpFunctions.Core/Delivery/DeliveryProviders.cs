using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Resilience;

namespace OtpFunctions.Core.Delivery;

/// <summary>The providers of both channels, made of settings that were checked at start.</summary>
public sealed class DeliveryProviders
{
    internal DeliveryProviders(ProviderChain? email, ProviderChain? sms) => (Email, Sms) = (email, sms);

    internal ProviderChain? Email { get; }

    internal ProviderChain? Sms { get; }

    /// <summary>Each provider, those of e-mail first. No provider is asked for it.</summary>
    public IReadOnlyList<ProviderState> States() =>
        [.. StatesOf(DeliveryChannel.Email, Email), .. StatesOf(DeliveryChannel.Sms, Sms)];

    private static IEnumerable<ProviderState> StatesOf(DeliveryChannel channel, ProviderChain? chain) => chain is null
        ? [new(channel, DeliveryProvider.None, IsPaused: false)]
        : chain.Providers.Select(provider => new ProviderState(channel, provider.Name, provider.IsPaused));
}
