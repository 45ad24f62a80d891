namespace OtpFunctions.Core.Limits;

/// <summary>That a token was found good for a permission, in calls from one network.</summary>
/// <param name="Key">A keyed hash of the token and the permission.</param>
/// <param name="Until">When it has to be found out anew, Unix milliseconds, exclusive.</param>
internal sealed record Pass(string Key, long Until);
