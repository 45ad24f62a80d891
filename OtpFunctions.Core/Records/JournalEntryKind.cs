namespace OtpFunctions.Core.Records;

/// <summary>What can be noted of a message.</summary>
internal enum JournalEntryKind
{
    /// <summary>The provider took it.</summary>
    Sent,

    /// <summary>The provider did not take it.</summary>
    NotSent,

    /// <summary>Its code was typed rightly.</summary>
    Verified,

    /// <summary>Its code was typed wrongly.</summary>
    Failed,

    /// <summary>A delivery report changed what is known.</summary>
    Reported,
}
