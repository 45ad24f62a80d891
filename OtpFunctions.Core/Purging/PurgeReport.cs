namespace OtpFunctions.Core.Purging;

/// <summary>What a purge did.</summary>
/// <param name="Deleted">Rows that are gone.</param>
/// <param name="Kept">Rows that were renewed, or deleted by another purge, between finding and deleting.</param>
/// <param name="Failed">Rows the storage would not delete; the next run finds them again.</param>
/// <param name="Finished">Whether all expired rows were seen before the time was up.</param>
public sealed record PurgeReport(int Deleted, int Kept, int Failed, bool Finished);
