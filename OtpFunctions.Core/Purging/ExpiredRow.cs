namespace OtpFunctions.Core.Purging;

/// <summary>A row past its time, as it was when found.</summary>
/// <param name="Table">Where it is: one of the purged tables.</param>
/// <param name="Partition">Its partition key.</param>
/// <param name="Row">Its row key.</param>
/// <param name="Version">Its ETag: renewed meanwhile, it stays.</param>
internal readonly record struct ExpiredRow(int Table, string Partition, string Row, string Version);
