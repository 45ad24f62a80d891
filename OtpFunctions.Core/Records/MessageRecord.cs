using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Records;

/// <summary>What is known of one message. Neither a code nor a full address is in it.</summary>
internal sealed record MessageRecord
{
    public required RecordId Id { get; init; }

    /// <summary>Which API sent it.</summary>
    public required string Dialect { get; init; }

    public required DeliveryChannel Channel { get; init; }

    /// <summary>Whose code it is, or empty.</summary>
    public string Application { get; init; } = "";

    /// <summary>What it confirms, or empty.</summary>
    public string Template { get; init; } = "";

    /// <summary>The address, masked; empty when the note of the send was lost.</summary>
    public string Recipient { get; init; } = "";

    /// <summary>The first moment at which the code is no longer good, or null when the note of the send was lost.</summary>
    public DateTimeOffset? ExpiresAt { get; init; }

    /// <summary>Whether the provider took it, or null when the note of the send was lost.</summary>
    public bool? Sent { get; init; }

    /// <summary>The provider's word: delivered, not delivered, or null while nothing final is known.</summary>
    public bool? Delivered { get; init; }

    /// <summary>How the provider puts it, or null.</summary>
    public string? DeliveryStatus { get; init; }

    /// <summary>The time of the newest report, or null.</summary>
    public DateTimeOffset? ReportedAt { get; init; }

    /// <summary>Wrong tries.</summary>
    public int Failures { get; init; }

    /// <summary>The wrong try that kills the code; 0 when the note of the send was lost.</summary>
    public int MaxFailures { get; init; }

    /// <summary>When the code was typed rightly, or null.</summary>
    public DateTimeOffset? VerifiedAt { get; init; }

    /// <summary>When it was sent.</summary>
    public DateTimeOffset CreatedAt => DateTimeOffset.FromUnixTimeMilliseconds(Id.Time);
}
