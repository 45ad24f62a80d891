using Microsoft.Extensions.Hosting;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Composition;

/// <summary>Runs the writer of the journal as long as the process, and lets it finish.</summary>
internal sealed class JournalHost(JournalWriter writer) : IHostedService
{
    public Task StartAsync(CancellationToken cancellationToken)
    {
        writer.Start();
        return Task.CompletedTask;
    }

    public Task StopAsync(CancellationToken cancellationToken) => writer.StopAsync(cancellationToken);
}
