using System.Text.Json.Serialization;
using Microsoft.AspNetCore.Http;
using OtpFunctions.Http;

namespace OtpFunctions.Maintenance;

/// <summary>What the health checks answer.</summary>
internal static class HealthResponses
{
    public static IResult Ok { get; } = Answer("ok", StatusCodes.Status200OK);

    public static IResult StorageUnavailable { get; } =
        Answer("storage unavailable", StatusCodes.Status503ServiceUnavailable);

    private static JsonAnswer<HealthView> Answer(string status, int code) =>
        new(new(status), HealthJson.Default.HealthView, code);

    internal sealed record HealthView(string Status);
}

/// <summary>The generated writer of <see cref="HealthResponses"/>.</summary>
[JsonSourceGenerationOptions(PropertyNamingPolicy = JsonKnownNamingPolicy.CamelCase)]
[JsonSerializable(typeof(HealthResponses.HealthView))]
internal sealed partial class HealthJson : JsonSerializerContext;
