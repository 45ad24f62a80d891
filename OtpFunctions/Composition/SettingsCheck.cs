using Microsoft.Extensions.Hosting;

namespace OtpFunctions.Composition;

/// <summary>Holds a start until every setting is checked, and ends it with all that is wrong.</summary>
/// <param name="reading">The settings, when they are read.</param>
internal sealed class SettingsCheck(Task<CheckedSettings> reading) : IHostedLifecycleService
{
    /// <summary>Before any hosted service starts: the server of the requests is one.</summary>
    public async Task StartingAsync(CancellationToken cancellationToken) => (await reading).ThrowIfWrong();

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
