using System.Collections.Concurrent;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Takes parts, fails when it is told to, and lists what it is told to.</summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    public ConcurrentQueue<JournalPart> Parts { get; } = new();

    /// <summary>Called before each write.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a list answers, page by page.</summary>
    public IReadOnlyList<IReadOnlyList<MessageRecord>> Pages { get; init; } = [];

    public int PagesRead { get; private set; }

    public int MostRows { get; init; } = 100;

    public async Task WriteAsync(JournalPart part, CancellationToken cancellation)
    {
        await Before(cancellation);
        Parts.Enqueue(part);
    }

    public Task<(MessageRecord Record, string Version)?> FindAsync(RecordId id, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public Task<bool> TryReportAsync(
        RecordId id, DeliveryReport report, bool? delivered, string version, CancellationToken cancellation) =>
        throw new NotSupportedException();

    public IAsyncEnumerable<IReadOnlyList<MessageRecord>> ListAsync(RecordQuery query, CancellationToken cancellation)
    {
        return ListAsync();

        async IAsyncEnumerable<IReadOnlyList<MessageRecord>> ListAsync()
        {
            foreach (var page in Pages)
            {
                await Task.Yield();
                PagesRead++;
                yield return page;
            }
        }
    }

    public Task<IReadOnlyList<KeyValuePair<TallyKey, Tally>>> TalliesAsync(DateOnly day, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
