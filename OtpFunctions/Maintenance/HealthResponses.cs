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
        new WrittenJson("""{"status":"ok"}"""u8.ToArray());

    /// <summary>
    /// 200 also while a provider is paused: to take this instance out of use would mend nothing, and would stop the codes
    /// that are verified here and those that another provider delivers.
    /// </summary>
    public static IResult Ready(DeliveryProviders providers)
    {
        var (email, sms) = (ViewsOf(providers, DeliveryChannel.Email), ViewsOf(providers, DeliveryChannel.Sms));
        var isDegraded = email.Concat(sms).Any(provider => provider.State != Usable);
        return Answer(new(isDegraded ? "degraded" : "ok", email, sms), StatusCodes.Status200OK);
    }

    public static IResult StorageUnavailable(DeliveryProviders providers) => Answer(
        new(
            "storage unavailable",
            ViewsOf(providers, DeliveryChannel.Email),
            ViewsOf(providers, DeliveryChannel.Sms)),
        StatusCodes.Status503ServiceUnavailable);

    private const string Usable = "ok";

    private static ProviderView[] ViewsOf(DeliveryProviders providers, DeliveryChannel channel) =>
        [.. providers.StatesOf(channel).Select(state => new ProviderView($"{state.Provider}", state.IsPaused ? "paused" : Usable))];

    private static JsonAnswer<ReadyView> Answer(ReadyView view, int code) =>
        new(view, HealthJson.Default.ReadyView, code);

    internal sealed record ReadyView(string Status, ProviderView[] Email, ProviderView[] Sms);

    internal sealed record ProviderView(string Provider, string State);
}

/// <summary>The generated writer of <see cref="HealthResponses"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthResponses.ReadyView))]
internal sealed partial class HealthJson : JsonSerializerContext;
