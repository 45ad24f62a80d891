using System.Runtime.InteropServices;

namespace OtpFunctions.Core.Storage;

/// <summary>
/// Reads of a row that many ask for at a time (docs/decisions/0017): a few run side by side, and who comes while they do
/// shares the next one with all others who wait. Nobody is given what was read before he asked, so nothing is cached.
/// </summary>
/// <param name="read">Reads a row by its key.</param>
/// <typeparam name="T">What a row says; for several readers, so immutable.</typeparam>
internal sealed class SharedReads<T>(Func<string, CancellationToken, Task<T>> read)
{
    /// <summary>
    /// Reads of one row at a time. With one alone, who comes waits for two reads, and for a late one as long as it is late.
    /// </summary>
    public const int MostAtATime = 2;

    private readonly Lock _gate = new();
    private readonly Dictionary<string, Row> _rows = [];

    /// <summary>How many rows are being read.</summary>
    public int Count
    {
        get
        {
            lock (_gate)
            {
                return _rows.Count;
            }
        }
    }

    /// <summary>What the row says at some moment after this was called.</summary>
    /// <param name="key">Which row.</param>
    /// <param name="cancellation">Ends the wait, not what others wait for too.</param>
    public Task<T> ReadAsync(string key, CancellationToken cancellation)
    {
        Row row;
        lock (_gate)
        {
            ref var found = ref CollectionsMarshal.GetValueRefOrAddDefault(_rows, key, out _);
            row = found ??= new Row();
            if (row.Running == MostAtATime)
            {
                row.Next ??= new TaskCompletionSource<T>(TaskCreationOptions.RunContinuationsAsynchronously);
                return row.Next.Task.WaitAsync(cancellation);
            }

            row.Running++;
        }

        return ReadAloneAsync(key, row, cancellation);
    }

    private async Task<T> ReadAloneAsync(string key, Row row, CancellationToken cancellation)
    {
        try
        {
            return await read(key, cancellation);
        }
        finally
        {
            Go(key, row);
        }
    }

    // The place of a read that has ended goes to those who wait.
    private void Go(string key, Row row)
    {
        TaskCompletionSource<T>? next;
        lock (_gate)
        {
            (next, row.Next) = (row.Next, null);
            if (next is null && --row.Running == 0)
            {
                _rows.Remove(key);
            }
        }

        if (next is not null)
        {
            // It is nobody's own: neither the trace nor the log scope of the call that has ended.
            using var apart = ExecutionContext.SuppressFlow();
            _ = Task.Run(() => ReadForAllAsync(key, row, next));
        }
    }

    private async Task ReadForAllAsync(string key, Row row, TaskCompletionSource<T> next)
    {
        var reading = read(key, CancellationToken.None);
        await ((Task)reading).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        Go(key, row);
        next.SetFromTask(reading);
    }

    private sealed class Row
    {
        public int Running { get; set; }

        public TaskCompletionSource<T>? Next { get; set; }
    }
}
