namespace OtpFunctions.Core.Directory;

/// <summary>A claim that a writer made or found for its user.</summary>
/// <param name="Key">Of the address.</param>
/// <param name="Id">The claim's id.</param>
/// <param name="IsNew">Whether this writer brought the address to the user: only then may it give it back.</param>
internal sealed record HeldClaim(string Key, string Id, bool IsNew);
