namespace OtpFunctions.Core.Records;

/// <summary>Counts of messages of one day, dialect and channel.</summary>
/// <param name="Sent">Taken by the provider.</param>
/// <param name="NotSent">Not taken.</param>
/// <param name="Verified">Codes typed rightly.</param>
/// <param name="Failures">Codes typed wrongly.</param>
/// <param name="Delivered">Reported as delivered. Of one instance it may be negative: another took the earlier report.</param>
/// <param name="Undelivered">Reported as not delivered. As above.</param>
internal readonly record struct Tally(
    long Sent, long NotSent, long Verified, long Failures, long Delivered, long Undelivered)
{
    public static Tally operator +(Tally one, Tally other) => new(
        one.Sent + other.Sent,
        one.NotSent + other.NotSent,
        one.Verified + other.Verified,
        one.Failures + other.Failures,
        one.Delivered + other.Delivered,
        one.Undelivered + other.Undelivered);

    /// <summary>What one note counts for.</summary>
    public static Tally Of(in JournalEntry entry) => entry.Kind switch
    {
        JournalEntryKind.Sent => new Tally { Sent = 1 },
        JournalEntryKind.NotSent => new Tally { NotSent = 1 },
        JournalEntryKind.Verified => new Tally { Verified = 1 },
        JournalEntryKind.Failed => new Tally { Failures = 1 },
        JournalEntryKind.Reported => new Tally { Delivered = entry.Delivered, Undelivered = entry.Undelivered },
    };
}
