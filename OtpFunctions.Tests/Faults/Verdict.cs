namespace OtpFunctions.Tests.Faults;

/// <summary>What an answer says, whatever the dialect.</summary>
internal enum Verdict
{
    /// <summary>Sent, or right.</summary>
    Accepted,

    /// <summary>Not permitted, or wrong.</summary>
    Refused,

    /// <summary>Busy or out: the caller is to come again.</summary>
    Unavailable,
}
