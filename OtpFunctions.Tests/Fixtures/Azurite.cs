using System.Security.Cryptography;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// The storage the tests run against: one Azurite table service a test process, in memory, started when first asked
/// for. Set OTP_TEST_STORAGE to a connection string to run against another storage instead.
/// </summary>
public sealed class Azurite
{
    /// <summary>The emulator's account, published with it.</summary>
    public const string AccountName = "devstoreaccount1";

    /// <summary>The emulator's key, published with it: no secret.</summary>
    public const string AccountKey =
        "Eby8vdM02xNOcqFlqUwJPLlmEtlCDXJ1OUzFT50uSRZ6IFsuFq2UVErCz4I6tq/K1SZFPTOtr/KBHBeksoGMGw==";

    private static readonly Lazy<Task<Azurite>> Started = new(StartAsync);

    private Azurite(string connectionString, Uri tableEndpoint)
    {
        ConnectionString = connectionString;
        TableEndpoint = tableEndpoint;
    }

    public string ConnectionString { get; }

    public Uri TableEndpoint { get; }

    public static Task<Azurite> StartedAsync() => Started.Value;

    /// <summary>One more emulator, at this port, until it is disposed.</summary>
    public static async Task<IAsyncDisposable> StartAtAsync(int port) => await ListenAsync(port);

    /// <summary>How an app reaches an emulator at this port of this machine, whether or not one is there.</summary>
    public static string ConnectionStringAt(int port) => ConnectionStringTo($"http://127.0.0.1:{port}");

    /// <summary>How an app reaches the emulator at, or behind, this address.</summary>
    public static string ConnectionStringTo(string address) =>
        $"DefaultEndpointsProtocol=http;TableEndpoint={EndpointAt(address)};"
        + $"AccountName={AccountName};AccountKey={AccountKey}";

    /// <summary>A table name no other test has: tests share the one account.</summary>
    public static string UniqueTableName(string prefix) => prefix + RandomNumberGenerator.GetHexString(16, true);

    private static async Task<Azurite> StartAsync()
    {
        if (Environment.GetEnvironmentVariable("OTP_TEST_STORAGE") is { Length: > 0 } given)
            return new Azurite(given, EndpointOf(given));

        var address = (await ListenAsync(0)).Address;
        return new Azurite(ConnectionStringTo(address), new Uri(EndpointAt(address)));
    }

    private static async Task<NodeTool> ListenAsync(int port)
    {
        await ToolsFolder.InstalledAsync();
        return await NodeTool.StartAsync("azurite.js", "--port", $"{port}");
    }

    private static string EndpointAt(string address) => $"{address.TrimEnd('/')}/{AccountName}";

    private static Uri EndpointOf(string connectionString)
    {
        var parts = connectionString.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(part => part.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[^1], StringComparer.OrdinalIgnoreCase);
        if (parts.TryGetValue("TableEndpoint", out var endpoint)) return new Uri(endpoint);
        if (parts.ContainsKey("UseDevelopmentStorage")) return new Uri($"http://127.0.0.1:10002/{AccountName}");
        var protocol = parts.GetValueOrDefault("DefaultEndpointsProtocol", "https");
        var suffix = parts.GetValueOrDefault("EndpointSuffix", "core.windows.net");
        return new Uri($"{protocol}://{parts["AccountName"]}.table.{suffix}");
    }
}
