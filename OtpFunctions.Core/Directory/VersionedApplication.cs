namespace OtpFunctions.Core.Directory;

/// <summary>An application as read.</summary>
/// <param name="Application">What the row says.</param>
/// <param name="Version">Its ETag.</param>
internal sealed record VersionedApplication(Application Application, string Version);
