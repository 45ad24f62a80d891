using System.Text.Json;
using System.Text.Json.Serialization;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>How plans are read: a name that is unknown or missing is an error.</summary>
internal static class PlanJson
{
    public static JsonSerializerOptions Strict { get; } = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
    };
}
