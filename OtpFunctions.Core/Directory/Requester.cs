namespace OtpFunctions.Core.Directory;

/// <summary>Somebody who may ask for a code.</summary>
/// <param name="SignedIn">Who that is, or null where nobody is signed in.</param>
public sealed record Requester(User? SignedIn);
