namespace OtpFunctions.Tests.Fuzz;

/// <summary>Who besides the function may have answered, because of what was done to the request.</summary>
[Flags]
internal enum Liberties
{
    /// <summary>Nobody: the answer is the dialect's.</summary>
    None = 0,

    /// <summary>No function has this path or method: 404, empty.</summary>
    Unrouted = 1,

    /// <summary>The function key is not there: 401, empty.</summary>
    Unkeyed = 2,

    /// <summary>The HTTP server refuses what is no HTTP: a 4xx or 505, empty, or the connection ends.</summary>
    Unserved = 4,

    /// <summary>Another function may have been met: any dialect's answer will do.</summary>
    Astray = 8,
}
