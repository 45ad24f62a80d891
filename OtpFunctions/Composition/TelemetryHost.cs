using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Logging;

namespace OtpFunctions.Composition;

/// <summary>Exports metrics and traces as long as the process runs, where a collector is set; else it does nothing.</summary>
/// <param name="services">Has the settings, which a host checks after it made its hosted services.</param>
/// <param name="logger">Says what failed.</param>
internal sealed partial class TelemetryHost(IServiceProvider services, ILogger<TelemetryHost> logger) : IHostedService
{
    private Task<IDisposable?>? _export;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        if (services.Get<TelemetryOptions>().Address is { } endpoint)
        {
            // Aside: it takes a tenth of a second to load, which no start has to wait for.
            _export = Task.Run(() => Begin(endpoint), CancellationToken.None);
        }

        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_export is not null && await _export is { } export)
        {
            // It waits for the collector, on a thread: some seconds at most, and no longer than the host does.
            await Task.Run(export.Dispose, CancellationToken.None)
                .WaitAsync(cancellationToken).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    private IDisposable? Begin(Uri endpoint)
    {
        try
        {
            return OtlpExport.Begin(endpoint);
        }
#pragma warning disable CA1031 // Whatever keeps telemetry from working, the service works without.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            LogNotExported(exception.GetType().Name);
            return null;
        }
    }

    [LoggerMessage(60, LogLevel.Error, "Metrics and traces are not exported: {Fault}")]
    private partial void LogNotExported(string fault);
}
