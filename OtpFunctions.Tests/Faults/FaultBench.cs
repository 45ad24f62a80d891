using Azure.Data.Tables;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>An app whose way to the storage is faulty on demand. Limits are small, so that every call can reach them.</summary>
internal sealed class FaultBench : IAsyncDisposable
{
    public const string AddressHeader = "X-Fault-Network";
    public const int SendsPerHour = 3;
    public const int CallsPerMinute = 8;
    private readonly Dictionary<string, string?> _settings;

    private FaultBench(FaultProxy proxy, MessageLog messages, Dictionary<string, string?> settings) =>
        (Proxy, Messages, _settings) = (proxy, messages, settings);

    public FaultProxy Proxy { get; }

    /// <summary>What the provider sent.</summary>
    public MessageLog Messages { get; }

    public FunctionApp App { get; private set; } = null!;

    public OnlyIdCaller OnlyId { get; private set; } = null!;

    public StarlightCaller Starlight { get; private set; } = null!;

    /// <summary>A table of the app's, past the proxy.</summary>
    public async Task<TableClient> TableAsync(string name) =>
        new((await Azurite.StartedAsync()).ConnectionString, _settings[AppSettings.TablePrefix] + name);

    public static async Task<FaultBench> StartAsync(params (string Name, string? Value)[] changes)
    {
        var proxy = await FaultProxy.StartAsync();
        var messages = await MessageLog.StartAsync();
        var settings = AppSettings.Fresh(proxy.ConnectionString).With(AppSettings.ManyCalls).With(
        [
            FaultProxy.Tracing,
            .. messages.Settings,
            ("Otp__Client__AddressHeader", AddressHeader),
            ("Otp__Limits__SendsPerHour", $"{SendsPerHour}"),
            ("Otp__Starlight__CallsPerMinute", $"{CallsPerMinute}"),
            ("Otp__Fresns__CallsPerMinute", $"{CallsPerMinute}"),
            ("Otp__Starlight__MaxFailures", "1"),
            ("Otp__Fresns__MaxFailures", "1"),
            ("Otp__Captcha__MaxFailures", "1"),
            .. changes,
        ]);
        var bench = new FaultBench(proxy, messages, settings);
        await bench.StartAppAsync();
        bench.OnlyId = await new ConsoleCaller(bench.App.Http, bench.App.ConsoleKey).CreateAsync();
        bench.Starlight = await StarlightCaller.NewAsync(bench.App, StarlightCaller.Permission);
        return bench;
    }

    /// <summary>One more process with the same settings.</summary>
    public Task<FunctionApp> StartAnotherAsync() => FunctionApp.StartAsync(_settings);

    /// <summary>Kills the app and starts it anew.</summary>
    public async Task CrashAsync()
    {
        await App.KillAsync();
        await RestartAsync();
    }

    /// <summary>Starts the app anew that was killed.</summary>
    public async Task RestartAsync()
    {
        await App.DisposeAsync();
        await StartAppAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();

        await Proxy.DisposeAsync();
        await Messages.DisposeAsync();
    }

    private async Task StartAppAsync() => App = await FunctionApp.StartAsync(_settings);
}
