using OtpFunctions.Core.Storage;

namespace OtpFunctions.Core.Records;

/// <summary>Where records and counts lie. All of it throws <see cref="StorageUnavailableException"/>.</summary>
internal interface IRecordStore
{
    /// <summary>The most rows a part may have.</summary>
    int MostRows { get; }

    /// <summary>Writes a part, whole or not at all, into what is there.</summary>
    Task WriteAsync(JournalPart part, CancellationToken cancellation);

    /// <summary>The record with its version, or null.</summary>
    Task<(MessageRecord Record, string Version)?> FindAsync(RecordId id, CancellationToken cancellation);

    /// <summary>Puts a report on a record that is still of this version.</summary>
    Task<bool> TryReportAsync(
        RecordId id, DeliveryReport report, bool? delivered, string version, CancellationToken cancellation);

    /// <summary>
    /// The records of each lane, newest first, a page at a time; what the store can filter by is filtered.
    /// </summary>
    IEnumerable<IAsyncEnumerable<IReadOnlyList<MessageRecord>>> ListLanes(
        RecordQuery query, CancellationToken cancellation);

    /// <summary>The counts of all instances of a day.</summary>
    Task<IReadOnlyList<KeyValuePair<TallyKey, Tally>>> TalliesAsync(DateOnly day, CancellationToken cancellation);
}
