namespace OtpFunctions.Tests.Model;

/// <summary>One thing that happened to a recipient, at the time of the instance that did it, Unix milliseconds.</summary>
internal abstract record Entry(long At)
{
    /// <summary>A message was counted; <paramref name="Code"/> is null when nobody ever saw it.</summary>
    internal sealed record Sent(
        long At, int Call, int Dialect, int Mailbox, int Most, string? Code, bool IsAgain, long Born, long Expires) : Entry(At);

    /// <summary>The message of a send surely did not go out.</summary>
    internal sealed record Returned(long At, int Call) : Entry(At);

    /// <summary>A wrong code was judged.</summary>
    internal sealed record Missed(long At, int Dialect, int Mailbox) : Entry(At);

    /// <summary>A right one was used up.</summary>
    internal sealed record Used(long At, int Dialect, int Mailbox) : Entry(At);

    /// <summary>All that was past was deleted.</summary>
    internal sealed record Purged(long At) : Entry(At);
}
