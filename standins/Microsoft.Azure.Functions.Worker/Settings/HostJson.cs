using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal static class HostJson
{
    private static readonly JsonDocumentOptions _lenient = new()
    {
        AllowTrailingCommas = true,
        CommentHandling = JsonCommentHandling.Skip,
    };

    public static string RoutePrefix(string directory)
    {
        var path = Path.Combine(directory, "host.json");
        if (!File.Exists(path))
            return "api";

        using var document = JsonDocument.Parse(File.ReadAllBytes(path), _lenient);
        return document.RootElement.TryGetProperty("extensions", out var extensions)
            && extensions.TryGetProperty("http", out var http)
            && http.TryGetProperty("routePrefix", out var prefix)
                ? prefix.GetString()!.Trim('/')
                : "api";
    }
}
