using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

/// <summary>https://learn.microsoft.com/azure/storage/common/storage-configure-connection-string</summary>
internal sealed record ConnectionString(Uri Endpoint, string AccountName, HttpPipelinePolicy Authentication)
{
    // The emulator's account and key are published with it.
    private const string EmulatorAccount = "devstoreaccount1";
    private const string EmulatorKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    public static ConnectionString Parse(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var settings = Settings(text);
        if ("true".Equals(settings.GetValueOrDefault("UseDevelopmentStorage"), StringComparison.OrdinalIgnoreCase))
        {
            return new ConnectionString(
                new Uri($"http://127.0.0.1:10002/{EmulatorAccount}"),
                EmulatorAccount,
                new SharedKeyPolicy(new TableSharedKeyCredential(EmulatorAccount, EmulatorKey)));
        }

        var account = settings.GetValueOrDefault("AccountName");
        var endpoint = EndpointIn(settings, account);
        return new ConnectionString(endpoint, account ?? Account.Of(endpoint), AuthenticationIn(settings, account));
    }

    private static Dictionary<string, string> Settings(string text)
    {
        var settings = new Dictionary<string, string>(StringComparer.OrdinalIgnoreCase);
        foreach (var part in text.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries))
        {
            var equals = part.IndexOf('=', StringComparison.Ordinal);
            if (equals <= 0) throw new InvalidOperationException("Settings must be of the form \"name=value\".");
            if (!settings.TryAdd(part[..equals], part[(equals + 1)..]))
                throw new InvalidOperationException($"Duplicate setting '{part[..equals]}' found.");
        }

        return settings;
    }

    private static Uri EndpointIn(Dictionary<string, string> settings, string? account)
    {
        if (settings.TryGetValue("TableEndpoint", out var given))
            return Uri.TryCreate(given, UriKind.Absolute, out var endpoint) ? endpoint : throw Incomplete();
        if (account is null) throw Incomplete();
        var protocol = settings.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = settings.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{account}.table.{suffix}");
    }

    private static HttpPipelinePolicy AuthenticationIn(Dictionary<string, string> settings, string? account)
    {
        if (settings.TryGetValue("SharedAccessSignature", out var signature))
            return Http.Authentication.By(new AzureSasCredential(signature));
        if (account is not null && settings.TryGetValue("AccountKey", out var key))
            return new SharedKeyPolicy(new TableSharedKeyCredential(account, key));
        throw Incomplete();
    }

    // Says nothing of what was given: a key may stand in it.
    private static InvalidOperationException Incomplete() =>
        new("No valid combination of account information found.");
}
