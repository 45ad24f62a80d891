namespace OtpFunctions.Tests.Model;

/// <summary>What becomes of a storage operation.</summary>
internal enum Fate
{
    /// <summary>It is done and answered.</summary>
    Done,

    /// <summary>It is done, the answer is lost, and the client's own retry meets what it did.</summary>
    AnswerLost,

    /// <summary>It never arrives, and the caller is told that the storage is out.</summary>
    FailedBefore,

    /// <summary>It is done, and the caller is told that the storage is out.</summary>
    FailedAfter,
}
