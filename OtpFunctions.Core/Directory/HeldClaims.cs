namespace OtpFunctions.Core.Directory;

/// <summary>The claims of a user whose row is about to be written, all of them unsettled.</summary>
/// <param name="Listed">On what the row will list.</param>
/// <param name="Leaving">On what it will not list any more.</param>
internal sealed record HeldClaims(IReadOnlyList<HeldClaim> Listed, IReadOnlyList<HeldClaim> Leaving);
