namespace OtpFunctions.Core.Directory;

/// <summary>A claim that a writer made or unsettled for its user.</summary>
/// <param name="Key">Of the address.</param>
/// <param name="Claim">What the row said then.</param>
/// <param name="Version">Of the row then: it is settled in this version or not by this writer.</param>
/// <param name="IsNew">Whether this writer brought the address to the user: only then may it give it back.</param>
internal sealed record HeldClaim(ClaimKey Key, AddressClaim Claim, string Version, bool IsNew);
