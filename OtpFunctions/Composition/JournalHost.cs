using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Composition;

/// <summary>Runs the writer of the journal from its first need to the end of the process, and lets it finish.</summary>
/// <param name="services">Has the writer.</param>
internal sealed class JournalHost(IServiceProvider services) : IHostedService
{
    private Task<JournalWriter>? _writer;

    /// <summary>The journal, whose writer begins aside: nobody waits for the storage client behind it. Called once.</summary>
    public SendJournal Begin()
    {
        _writer = Task.Run(Start, CancellationToken.None);
        return services.GetRequiredService<SendJournal>();
    }

    /// <summary>Nothing: a start makes nothing that only a code needs.</summary>
    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

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
