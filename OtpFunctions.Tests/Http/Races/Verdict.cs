namespace OtpFunctions.Tests.Http.Races;

/// <summary>What a dialect's answer comes to.</summary>
internal enum Verdict
{
    Yes,
    No,

    /// <summary>Too many at once: nothing was done.</summary>
    Busy,
}
