namespace OtpFunctions.Core.Telemetry;

/// <summary>Outcomes that no enum names. What the core refused is told by the name of its <see cref="FailureCode"/>.</summary>
internal static class Outcomes
{
    /// <summary>A message went out.</summary>
    public const string Sent = "Sent";

    /// <summary>A message went out, to the user's e-mail address in place of the phone.</summary>
    public const string FellBack = "FellBack";

    /// <summary>No message went out, for an earlier one still stands.</summary>
    public const string Repeated = "Repeated";

    /// <summary>The code was right.</summary>
    public const string Verified = "Verified";

    /// <summary>An exception ended it: the storage did not answer, or the call's time was up.</summary>
    public const string Aborted = "Aborted";

    /// <summary>A captcha was made.</summary>
    public const string Made = "Made";

    /// <summary>A row is gone.</summary>
    public const string Deleted = "Deleted";

    /// <summary>A row was renewed before it could be deleted, or another purge was first.</summary>
    public const string Kept = "Kept";

    /// <summary>The storage would not.</summary>
    public const string Failed = "Failed";

    /// <summary>All was seen.</summary>
    public const string Finished = "Finished";

    /// <summary>The time was up, or the storage did not answer.</summary>
    public const string Unfinished = "Unfinished";
}
