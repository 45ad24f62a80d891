namespace OtpFunctions.Core.Records;

/// <summary>What one transaction writes.</summary>
/// <param name="Day">Of all of it.</param>
/// <param name="Changes">One a message.</param>
/// <param name="Tallies">This instance's counts.</param>
internal sealed record JournalPart(
    DateOnly Day, IReadOnlyList<RecordChange> Changes, IReadOnlyList<KeyValuePair<TallyKey, Tally>> Tallies);
