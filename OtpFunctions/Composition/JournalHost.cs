using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Composition;

/// <summary>Runs the writer of the journal as long as the process, and lets it finish.</summary>
/// <param name="services">
/// Has the writer. A host makes its hosted services before it checks the settings, which the writer needs.
/// </param>
internal sealed class JournalHost(IServiceProvider services) : IHostedService
{
    private Task<JournalWriter>? _writer;

    public Task StartAsync(CancellationToken cancellationToken)
    {
        // Aside: the storage client behind it is nothing that a start has to wait for.
        _writer = Task.Run(Start, CancellationToken.None);
        return Task.CompletedTask;
    }

    public async Task StopAsync(CancellationToken cancellationToken)
    {
        if (_writer is not null)
        {
            await (await _writer).StopAsync(cancellationToken);
        }
    }

    private JournalWriter Start()
    {
        var writer = services.GetRequiredService<JournalWriter>();
        writer.Start();
        return writer;
    }
}
