namespace OtpFunctions.Core.Codes;

/// <summary>A message that went out, or is going out, to the recipient.</summary>
/// <param name="At">When it was reserved, Unix milliseconds.</param>
/// <param name="Dialect">Whose windows it counts for, besides the recipient's own.</param>
/// <param name="Change">The change that reserved it, by which a failed delivery gives it back.</param>
internal sealed record SendRecord(long At, string Dialect, string Change);
