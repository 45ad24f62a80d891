using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Records;

/// <summary>One note on one message: a value, since there are thousands a second.</summary>
/// <param name="Kind">What happened.</param>
/// <param name="Id">To which message.</param>
/// <param name="Dialect">Which API sent it.</param>
/// <param name="Channel">By which channel.</param>
internal readonly record struct JournalEntry(
    JournalEntryKind Kind, RecordId Id, string Dialect, DeliveryChannel Channel)
{
    /// <summary>Who gets it; of a send.</summary>
    public Address? To { get; init; }

    /// <summary>The keyed hash of that mailbox or number, the same for every spelling; of a send.</summary>
    public string? RecipientHash { get; init; }

    /// <summary>Whose code it is, or empty; of a send.</summary>
    public string? Application { get; init; }

    /// <summary>What it confirms, or empty; of a send.</summary>
    public string? Template { get; init; }

    /// <summary>Expiry of a send, moment of a verification: Unix milliseconds.</summary>
    public long Time { get; init; }

    /// <summary>The wrong try that kills the code, of a send; the wrong tries so far, of a failure.</summary>
    public int Failures { get; init; }

    /// <summary>What a report takes from, or adds to, the messages known as delivered.</summary>
    public int Delivered { get; init; }

    /// <summary>The same of those known as not delivered.</summary>
    public int Undelivered { get; init; }

    /// <summary>A note does not print an address.</summary>
    public override string ToString() => $"{Kind} {Id}";
}
