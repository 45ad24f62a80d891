namespace OtpFunctions.Core.Records;

/// <summary>A page of a list.</summary>
/// <param name="List">Newest first.</param>
/// <param name="Total">How many there are in all; or that were seen, when there are more.</param>
/// <param name="More">Whether there is more than was looked at.</param>
internal sealed record RecordPage(IReadOnlyList<MessageRecord> List, int Total, bool More);
