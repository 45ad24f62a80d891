using System.Runtime.CompilerServices;

namespace OtpFunctions.Core.Records;

/// <summary>Makes one list, newest first, of those of all lanes, which are asked side by side.</summary>
internal sealed class RecordMerge(IEnumerable<IAsyncEnumerable<IReadOnlyList<MessageRecord>>> lanes)
{
    /// <summary>Whether a lane may have more than it was asked for: known at the end.</summary>
    public bool IsCut { get; private set; }

    /// <summary>Reads it.</summary>
    /// <exception cref="Storage.StorageUnavailableException">One of the lanes could not be read.</exception>
    public async IAsyncEnumerable<MessageRecord> ReadAsync([EnumeratorCancellation] CancellationToken cancellation)
    {
        var open = lanes.Select(pages => new RecordLane(pages.GetAsyncEnumerator(cancellation))).ToList();
        try
        {
            await Task.WhenAll(open.Select(lane => lane.FillAsync()));
            var heads = new PriorityQueue<RecordLane, string>(StringComparer.Ordinal);
            open.ForEach(Line);
            while (heads.TryDequeue(out var first, out _))
            {
                yield return first.Take();
                await first.FillAsync();
                Line(first);
            }

            IsCut = open.Exists(lane => lane.IsCut);

            void Line(RecordLane lane)
            {
                if (lane.Head is { } head)
                {
                    heads.Enqueue(lane, head.Id.RowKey);
                }
            }
        }
        finally
        {
            foreach (var lane in open)
            {
                await lane.DisposeAsync();
            }
        }
    }
}
