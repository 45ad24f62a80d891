namespace Azure.Communication;

/// <summary>
/// <c>endpoint=https://NAME.communication.azure.com/;accesskey=BASE64</c>. No message repeats what was given: the key
/// stands in it.
/// </summary>
internal sealed record ConnectionString(Uri Endpoint, AzureKeyCredential Credential)
{
    public static ConnectionString Parse(string connectionString)
    {
        ArgumentException.ThrowIfNullOrEmpty(connectionString);
        var settings = Settings(connectionString);
        return new ConnectionString(
            new Uri(Required(settings, "endpoint")), new AzureKeyCredential(Required(settings, "accesskey")));
    }

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        // The last separator may stand or not; any other empty part is a slip.
        foreach (var part in (text.EndsWith(';') ? text[..^1] : text).Split(';'))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals < 0) throw new InvalidOperationException("Connection string has a part without '='.");
            var (keyword, value) = (part[..equals].Trim(), part[(equals + 1)..].Trim());
            if (keyword.Length == 0)
                throw new InvalidOperationException("Connection string has a value with no keyword.");
            if (value.Length == 0)
                throw new InvalidOperationException("Connection string has a keyword with empty value.");
            if (!settings.TryAdd(keyword, value))
                throw new InvalidOperationException("Connection string has a keyword twice.");
        }

        return settings;
    }

    private static string Required(Dictionary<string, string> settings, string keyword) =>
        settings.TryGetValue(keyword, out var value)
            ? value
            : throw new InvalidOperationException($"Required keyword '{keyword}' is missing in connection string.");
}
