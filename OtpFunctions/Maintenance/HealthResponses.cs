using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Http;

namespace OtpFunctions.Maintenance;

/// <summary>What the health checks answer: no address, no key, nothing of a provider but the name that is set.</summary>
internal static class HealthResponses
{
    public static IResult Alive { get; } =
        new JsonAnswer<AliveView>(new("ok"), HealthJson.Default.AliveView, StatusCodes.Status200OK);

    /// <summary>
    /// 200 also while a provider is paused: to take this instance out of use would mend nothing, and would stop the codes
    /// that are verified here and those that another provider delivers.
    /// </summary>
    public static IResult Ready(IReadOnlyList<ProviderState> providers) =>
        Answer(providers.Any(provider => provider.IsPaused) ? "degraded" : "ok", providers, StatusCodes.Status200OK);

    public static IResult StorageUnavailable(IReadOnlyList<ProviderState> providers) =>
        Answer("storage unavailable", providers, StatusCodes.Status503ServiceUnavailable);

    private static JsonAnswer<ReadyView> Answer(string status, IReadOnlyList<ProviderState> providers, int code) =>
        new(new(status, [.. providers.Select(ViewOf)]), HealthJson.Default.ReadyView, code);

    private static ProviderView ViewOf(ProviderState provider) => new(
        provider.Channel switch
        {
            DeliveryChannel.Email => "email",
            DeliveryChannel.Sms => "sms",
        },
        provider.Provider.ToString(),
        provider switch
        {
            { IsPaused: true } => "paused",
            { Provider: DeliveryProvider.None } => "closed",
            _ => "ok",
        });

    internal sealed record AliveView(string Status);

    internal sealed record ReadyView(string Status, IReadOnlyList<ProviderView> Providers);

    internal sealed record ProviderView(string Channel, string Provider, string State);
}

/// <summary>The generated writer of <see cref="HealthResponses"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthResponses.AliveView))]
[JsonSerializable(typeof(HealthResponses.ReadyView))]
internal sealed partial class HealthJson : JsonSerializerContext;
