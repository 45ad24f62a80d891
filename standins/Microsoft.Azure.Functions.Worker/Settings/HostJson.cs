using System.Text.Json;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal static class HostJson
{
    private const string DefaultPrefix = "api";

    public static string RoutePrefix(string directory) => JsonFile.Read(directory, "host.json", DefaultPrefix, Prefix);

    private static string Prefix(JsonElement root) =>
        root.TryGetProperty("extensions", out var extensions)
        && extensions.TryGetProperty("http", out var http)
        && http.TryGetProperty("routePrefix", out var prefix)
            ? prefix.GetString()!.Trim('/')
            : DefaultPrefix;
}
