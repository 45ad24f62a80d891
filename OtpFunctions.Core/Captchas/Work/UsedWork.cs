namespace OtpFunctions.Core.Captchas.Work;

/// <summary>That a challenge was redeemed. Immutable; times are Unix milliseconds.</summary>
internal sealed record UsedWork
{
    // An instance whose clock is late must find the challenge used, not forgotten.
    private const long KeptAfter = 24 * 3_600_000L;

    public static UsedWork None { get; } = new();

    /// <summary>The challenge's own expiry; 0 where nothing was redeemed.</summary>
    public long ExpiresAt { get; init; }

    public long PurgeAfter => ExpiresAt + KeptAfter;
}
