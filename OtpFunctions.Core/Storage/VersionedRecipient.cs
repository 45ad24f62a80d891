using OtpFunctions.Core.Codes;

namespace OtpFunctions.Core.Storage;

/// <summary>A recipient as read.</summary>
/// <param name="State">What the row says.</param>
/// <param name="Version">Its ETag, or null when there is no row.</param>
/// <param name="Changes">The ids of the last changes, newest first: they tell a lost answer from a lost race.</param>
internal sealed record VersionedRecipient(RecipientState State, string? Version, string[] Changes)
{
    public static VersionedRecipient None { get; } = new(RecipientState.Empty, null, []);
}
