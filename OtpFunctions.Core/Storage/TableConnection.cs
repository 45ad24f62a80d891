namespace OtpFunctions.Core.Storage;

/// <summary>
/// Reads connection strings of Table Storage for what can be wrong with them, without the client: at a start, which
/// checks settings, nobody is connected to yet, and loading a client takes longer than all other checks together.
/// </summary>
/// <remarks>https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</remarks>
internal static class TableConnection
{
    /// <summary>Whether the client can make something of it; nobody is asked.</summary>
    public static bool CanRead(string connectionString) =>
        SettingsOf(connectionString) is { } settings
        && (IsEmulator(settings) || (EndpointOf(settings) is not null && HasCredential(settings)));

    // Null where a part is not name=value, or a name comes twice.
    private static Dictionary<string, string>? SettingsOf(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            if (part.Split('=', 2) is not [{ Length: > 0 } name, { Length: > 0 } value] || !settings.TryAdd(name, value))
            {
                return null;
            }
        }

        return settings;
    }

    private static bool IsEmulator(Dictionary<string, string> settings) =>
        "true".Equals(settings.GetValueOrDefault("UseDevelopmentStorage"), StringComparison.OrdinalIgnoreCase);

    private static Uri? EndpointOf(Dictionary<string, string> settings)
    {
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        var text = settings.GetValueOrDefault("TableEndpoint")
            ?? (settings.TryGetValue("AccountName", out var account) ? $"{protocol}://{account}.table.{suffix}" : "");
        return Uri.TryCreate(text, UriKind.Absolute, out var uri)
            && (uri.Scheme == Uri.UriSchemeHttps || uri.Scheme == Uri.UriSchemeHttp)
            ? uri
            : null;
    }

    private static bool HasCredential(Dictionary<string, string> settings) =>
        settings.ContainsKey("SharedAccessSignature")
        || (settings.ContainsKey("AccountName")
            && settings.TryGetValue("AccountKey", out var key)
            && Convert.TryFromBase64String(key, new byte[key.Length], out _));
}
