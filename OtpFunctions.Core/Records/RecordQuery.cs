using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Records;

/// <summary>Which records are asked for; what is null does not matter.</summary>
public sealed record RecordQuery
{
    /// <summary>Not older than this.</summary>
    public required DateTimeOffset Since { get; init; }

    /// <summary>Whose codes.</summary>
    public string? Application { get; init; }

    /// <summary>Which API's.</summary>
    public string? Dialect { get; init; }

    /// <summary>By which channel.</summary>
    public DeliveryChannel? Channel { get; init; }

    /// <summary>Whether the provider took it.</summary>
    public bool? Sent { get; init; }

    /// <summary>Whether the code was typed rightly.</summary>
    public bool? Verified { get; init; }

    /// <summary>To this mailbox or number, in any spelling.</summary>
    public Address? Recipient { get; init; }

    /// <summary>To an address that has this in it when it is masked.</summary>
    public string? Masked { get; init; }

    /// <summary>The keyed hash of <see cref="Recipient"/>.</summary>
    internal string? RecipientHash { get; init; }

    internal bool Matches(MessageRecord record) =>
        record.CreatedAt >= Since
        && (Verified is null || Verified == record.VerifiedAt is not null)
        && (Masked is null || record.Recipient.Contains(Masked, StringComparison.OrdinalIgnoreCase));
}
