using System.Text.Json;

namespace OtpFunctions.Benchmarks.Measuring;

/// <summary>A result, as one line of JSON on stdout.</summary>
internal static class JsonLine
{
    public static void Write<T>(T value) =>
        Console.Out.WriteLine(JsonSerializer.Serialize(value, JsonSerializerOptions.Web));
}
