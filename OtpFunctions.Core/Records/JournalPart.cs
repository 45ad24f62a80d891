namespace OtpFunctions.Core.Records;

/// <summary>What one transaction writes: changes of one day and lane, or counts of one day.</summary>
/// <param name="Changes">One a message.</param>
/// <param name="Tallies">This instance's counts.</param>
internal sealed record JournalPart(
    IReadOnlyList<RecordChange> Changes, IReadOnlyList<KeyValuePair<TallyKey, Tally>> Tallies);
