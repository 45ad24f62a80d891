using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Records;

/// <summary>
/// What is new of one message: the notes of a moment, merged. Each kind of note sets values of its own, so that neither
/// the order in which changes are written nor a repetition matters.
/// </summary>
internal sealed class RecordChange(RecordId id, string dialect, DeliveryChannel channel)
{
    public RecordId Id => id;

    public string Dialect => dialect;

    public DeliveryChannel Channel => channel;

    /// <summary>The send, whole, or null when it is not among the notes.</summary>
    public JournalEntry? Send { get; private set; }

    /// <summary>The most wrong tries noted, or 0.</summary>
    public int Failures { get; private set; }

    /// <summary>When its code was typed rightly, Unix milliseconds, or null.</summary>
    public long? VerifiedAt { get; private set; }

    public void Add(in JournalEntry entry)
    {
        switch (entry.Kind)
        {
            case JournalEntryKind.Sent or JournalEntryKind.NotSent:
                Send = entry;
                break;
            case JournalEntryKind.Verified:
                VerifiedAt = Math.Max(VerifiedAt ?? 0, entry.Time);
                break;
            case JournalEntryKind.Failed:
                Failures = Math.Max(Failures, entry.Failures);
                break;
            case JournalEntryKind.Reported:
                break;
        }
    }
}
