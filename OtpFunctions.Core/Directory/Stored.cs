namespace OtpFunctions.Core.Directory;

/// <summary>A row as read.</summary>
/// <param name="Value">What it says.</param>
/// <param name="Version">Its ETag.</param>
/// <typeparam name="T">What a row of its kind says.</typeparam>
internal sealed record Stored<T>(T Value, string Version)
    where T : class;
