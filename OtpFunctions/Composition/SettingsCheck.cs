using Microsoft.Extensions.Hosting;

namespace OtpFunctions.Composition;

/// <summary>Holds a start until every setting is checked, and ends it with all that is wrong.</summary>
/// <param name="settings">Are read here, if they are not yet.</param>
internal sealed class SettingsCheck(Lazy<CheckedSettings> settings) : IHostedLifecycleService
{
    /// <summary>Before any hosted service starts: what takes the requests is one.</summary>
    public Task StartingAsync(CancellationToken cancellationToken)
    {
        settings.Value.ThrowIfWrong();
        return Task.CompletedTask;
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
