using System.Collections.Concurrent;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Tests.Fakes;

/// <summary>Takes parts, fails when it is told to, and lists what it is told to.</summary>
internal sealed class MemoryRecordStore : IRecordStore
{
    public ConcurrentQueue<JournalPart> Parts { get; } = new();

    /// <summary>Called before each write.</summary>
    public Func<CancellationToken, Task> Before { get; set; } = _ => Task.CompletedTask;

    /// <summary>What a list answers, lane by lane and page by page.</summary>
    public IReadOnlyList<IReadOnlyList<IReadOnlyList<MessageRecord>>> Lanes { get; init; } = [];

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

    public IEnumerable<IAsyncEnumerable<IReadOnlyList<MessageRecord>>> ListLanes(
        RecordQuery query, CancellationToken cancellation) => Lanes.Select(pages => new AskedPages(pages));

    public Task<IReadOnlyList<KeyValuePair<TallyKey, Tally>>> TalliesAsync(DateOnly day, CancellationToken cancellation) =>
        throw new NotSupportedException();
}
