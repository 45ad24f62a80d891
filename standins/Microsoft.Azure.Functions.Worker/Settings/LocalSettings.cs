using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal static class LocalSettings
{
    public const string FileName = "local.settings.json";

    private static readonly JsonDocumentOptions _lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static IEnumerable<KeyValuePair<string, string?>> Read(string directory)
    {
        var path = Path.Combine(directory, FileName);
        if (!File.Exists(path))
            return [];

        using var document = JsonDocument.Parse(File.ReadAllBytes(path), _lenient);
        return document.RootElement.TryGetProperty("Values", out var values)
            ? [.. values.EnumerateObject().Select(Setting)]
            : [];
    }

    private static KeyValuePair<string, string?> Setting(JsonProperty value) => value.Value.ValueKind switch
    {
        JsonValueKind.Object or JsonValueKind.Array =>
            throw new JsonException($"The value of '{value.Name}' must be a string."),
        _ => new(value.Name.Replace("__", ":", StringComparison.Ordinal), value.Value.ToString()),
    };
}
