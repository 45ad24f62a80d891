using System.Text.Json;

namespace Azure.Communication;

internal static class JsonText
{
    public static string? Of(JsonElement element, string name) =>
        element.TryGetProperty(name, out var value) && value.ValueKind != JsonValueKind.Null ? value.GetString() : null;

    public static void WriteIfGiven(Utf8JsonWriter writer, string name, string? value)
    {
        if (value is not null) writer.WriteString(name, value);
    }
}
