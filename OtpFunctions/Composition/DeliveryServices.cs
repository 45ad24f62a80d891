using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Core.Delivery.Email;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Delivery.Resilience;
using OtpFunctions.Core.Delivery.Sms;
using OtpFunctions.Core.Delivery.Webhook;

namespace OtpFunctions.Composition;

/// <summary>The channels as they are set. Nobody is connected to before the first message.</summary>
internal static class DeliveryServices
{
    public static IServiceCollection AddDelivery(this IServiceCollection services) => services
        .AddSingleton(provider => new Outbox(provider.Get<TimeProvider>()))
        .AddSingleton(provider => new MessageComposer(provider.Get<MessageOptions>(), provider.Get<TimeProvider>()))
        .AddSingleton(provider => new DeliveryProviders(
            ChannelOf(provider, DeliveryChannel.Email), ChannelOf(provider, DeliveryChannel.Sms)))
        .AddSingleton(provider => new DeliveryRouter(
            provider.Get<DeliveryProviders>().Email,
            provider.Get<DeliveryProviders>().Sms,
            provider.Get<MessageComposer>(),
            provider.Get<TimeProvider>(),
            provider.Get<ILogger<DeliveryRouter>>())
        {
            SmsFallsBackToEmail = provider.Get<DeliveryOptions>().SmsFallsBackToEmail,
        });

    private static ProviderChain? ChannelOf(IServiceProvider provider, DeliveryChannel channel)
    {
        var options = provider.Get<DeliveryOptions>();
        var (first, second) = channel switch
        {
            DeliveryChannel.Email => (options.Email, options.EmailSecond),
            DeliveryChannel.Sms => (options.Sms, options.SmsSecond),
        };
        return ProviderOf(provider, channel, first) is { } usual
            ? new ProviderChain(usual, ProviderOf(provider, channel, second))
            : null;
    }

    private static ResilientProvider? ProviderOf(
        IServiceProvider provider, DeliveryChannel channel, DeliveryProvider? setting)
    {
        var options = provider.Get<DeliveryOptions>();
        IDeliveryChannel? outlet = setting switch
        {
            DeliveryProvider.Outbox => provider.Get<Outbox>(),
            DeliveryProvider.None => null,
            DeliveryProvider.Acs => AcsOf(provider, channel, options),
            DeliveryProvider.Webhook => WebhookChannel.New(
                channel == DeliveryChannel.Email ? options.EmailWebhook : options.SmsWebhook, provider.Get<TimeProvider>()),
            null => throw new InvalidOperationException("Otp:Delivery was not validated."),
        };
        return outlet is null
            ? null
            : new ResilientProvider(
                outlet,
                setting.Value,
                TimeSpan.FromSeconds(options.TimeoutSeconds),
                provider.Get<TimeProvider>(),
                provider.Get<ILogger<ResilientProvider>>());
    }

    private static IDeliveryChannel AcsOf(IServiceProvider provider, DeliveryChannel channel, DeliveryOptions options) =>
        channel switch
        {
            DeliveryChannel.Email => AcsEmail.New(options.Acs, provider.Get<TimeProvider>()),
            DeliveryChannel.Sms => AcsSms.New(options.Acs, provider.Get<TimeProvider>()),
        };
}
