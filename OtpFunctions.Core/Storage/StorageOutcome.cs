namespace OtpFunctions.Core.Storage;

/// <summary>What the tables made of a request, as it is counted.</summary>
internal enum StorageOutcome
{
    /// <summary>It was done.</summary>
    Done,

    /// <summary>There is no such row, or no such table yet.</summary>
    Missing,

    /// <summary>Another writer was first.</summary>
    Conflict,

    /// <summary>The tables ask for fewer requests.</summary>
    Busy,

    /// <summary>Any other answer: of the tables, or of something in between.</summary>
    Fault,

    /// <summary>None came in time.</summary>
    NoAnswer,
}
