using System.Runtime.CompilerServices;
using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Purging;

/// <summary>Rows of pages one after the other, the next page being read while those of this one are dealt with.</summary>
internal sealed class ReadAhead(IAsyncEnumerable<IReadOnlyList<ExpiredRow>> pages)
{
    /// <summary>Whether the last page was seen.</summary>
    public bool IsFinished { get; private set; }

    /// <summary>
    /// The rows, for one reader. They end early where the storage fails: what was given out is still to be deleted, and
    /// the next run finds the rest.
    /// </summary>
    public async IAsyncEnumerable<ExpiredRow> RowsAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        await using var reader = pages.GetAsyncEnumerator(cancellation);
        var next = TryMoveAsync(reader);
        try
        {
            while (await next is { } page)
            {
                next = TryMoveAsync(reader);
                foreach (var row in page)
                {
                    yield return row;
                }
            }
        }
        finally
        {
            // A reader that stops early leaves a read under way, which is over before the pages are put away.
            await ((Task)next).ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }
    }

    // The next page; null when there is none, or none can be had.
    private async Task<IReadOnlyList<ExpiredRow>?> TryMoveAsync(IAsyncEnumerator<IReadOnlyList<ExpiredRow>> reader)
    {
        try
        {
            if (await reader.MoveNextAsync())
            {
                return reader.Current;
            }

            IsFinished = true;
        }
        catch (StorageUnavailableException)
        {
            // IsFinished stays false.
        }

        return null;
    }
}
