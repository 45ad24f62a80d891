using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal static class LocalSettings
{
    public static IReadOnlyList<KeyValuePair<string, string?>> Read(string directory) =>
        JsonFile.Read(directory, "local.settings.json", [], Values);

    private static IReadOnlyList<KeyValuePair<string, string?>> Values(JsonElement root) =>
        root.TryGetProperty("Values", out var values) ? [.. values.EnumerateObject().Select(Setting)] : [];

    private static KeyValuePair<string, string?> Setting(JsonProperty value) => value.Value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array =>
            throw new JsonException($"The value of '{value.Name}' must be a string."),
        _ => new(value.Name.Replace("__", ":", StringComparison.Ordinal), value.Value.ToString()),
    };
}
