namespace OtpFunctions.Tests.Model;

/// <summary>Which code a guess shows.</summary>
internal enum Shown
{
    /// <summary>The newest for this dialect and mailbox.</summary>
    Newest,

    /// <summary>None that was ever issued.</summary>
    Wrong,

    /// <summary>The one before the newest.</summary>
    Old,

    /// <summary>The newest of another dialect or mailbox.</summary>
    Other,
}
