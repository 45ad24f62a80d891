using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Records;

/// <summary>
/// Writes the journal: what came in half a second, or 1,000 rows of it, at a time, so that what is noted of a message in
/// that time is one row to write. While nothing comes it sleeps, and no timer wakes it. One loop, so its state needs no lock.
/// </summary>
internal sealed partial class JournalWriter(
    SendJournal journal, IRecordStore store, LostNotes lost, TimeProvider clock, ILogger<JournalWriter> logger)
    : IDisposable
{
    private const int FullRows = 1000;
    private static readonly TimeSpan Interval = TimeSpan.FromMilliseconds(500);
    private static readonly TimeSpan StopWait = TimeSpan.FromSeconds(5);

    // The table client has tried three times before each of these.
    private static readonly TimeSpan[] Pauses =
        [TimeSpan.FromSeconds(1), TimeSpan.FromSeconds(2), TimeSpan.FromSeconds(4), TimeSpan.FromSeconds(8)];

    private readonly JournalBatch _batch = new();
    private readonly CancellationTokenSource _giveUp = new();
    private Task _running = Task.CompletedTask;
    private Task<bool>? _more;

    /// <summary>Begins, and returns at once.</summary>
    public void Start() => _running = Task.Run(RunAsync);

    /// <summary>Writes what is left, for at most 5 seconds.</summary>
    /// <param name="cancellation">The host will not wait any longer.</param>
    public async Task StopAsync(CancellationToken cancellation)
    {
        journal.Close();
        using (cancellation.Register(_giveUp.Cancel))
        {
            await Task.WhenAny(_running, Task.Delay(StopWait, clock, CancellationToken.None));
            await _giveUp.CancelAsync();
            await _running;
        }

        lost.Tell();
    }

    public void Dispose() => _giveUp.Dispose();

    private async Task RunAsync()
    {
        while (await MoreAsync())
        {
            await FillAsync();
            await FlushAsync();
        }

        // Counts may be left of what was given up.
        await FlushAsync();
    }

    // A wait that nobody's note ended is taken up again: none is left behind in the queue.
    private Task<bool> MoreAsync() =>
        _more is { IsCompleted: false } ? _more : _more = journal.Notes.WaitToReadAsync().AsTask();

    private async Task FillAsync()
    {
        var due = Task.Delay(Interval, clock, _giveUp.Token);
        while (_batch.Rows < FullRows)
        {
            if (journal.Notes.TryRead(out var entry))
            {
                _batch.Add(entry);
            }
            else if (await Task.WhenAny(MoreAsync(), due) == due || !await MoreAsync())
            {
                return;
            }
        }
    }

    private async Task FlushAsync()
    {
        JournalPart[] parts = [.. _batch.Parts(store.MostRows)];
        foreach (var part in parts)
        {
            if (await TryAsync(token => store.WriteAsync(part, token)))
            {
                _batch.Written(part);
            }
            else
            {
                lost.Add(part.Changes.Count);
            }
        }

        _batch.Clear();
    }

    private async Task<bool> TryAsync(Func<CancellationToken, Task> write)
    {
        for (var attempt = 0; ; attempt++)
        {
            try
            {
                await write(_giveUp.Token);
                return true;
            }
            catch (StorageUnavailableException) when (attempt < Pauses.Length && !_giveUp.IsCancellationRequested)
            {
                await Task.Delay(Pauses[attempt], clock, _giveUp.Token)
                    .ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
            }
            catch (StorageUnavailableException fault)
            {
                LogFailed(fault.Message);
                return false;
            }
#pragma warning disable CA1031 // A writer that ends takes all later notes with it, and nobody above it would know.
            catch (Exception exception)
#pragma warning restore CA1031
            {
                LogFailed(exception.GetType().Name);
                return false;
            }
        }
    }

    [LoggerMessage(50, LogLevel.Error, "Notes on messages could not be written: {Fault}")]
    private partial void LogFailed(string fault);
}
