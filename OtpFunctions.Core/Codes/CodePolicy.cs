using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Core.Codes;

/// <summary>The rules one code is issued under.</summary>
public sealed record CodePolicy
{
    /// <summary>What a generated code is made of.</summary>
    public CodeAlphabet Alphabet { get; init; } = CodeAlphabet.Digits;

    /// <summary>How many symbols a generated code has.</summary>
    public int Length { get; init; } = 6;

    /// <summary>How long it is good for; at exactly this age it no longer is.</summary>
    public required TimeSpan Lifetime { get; init; }

    /// <summary>The wrong try that kills it: 5 means that the fifth does.</summary>
    public required int MaxFailures { get; init; }

    /// <summary>What happens while an earlier code is still good.</summary>
    public Reuse Reuse { get; init; }

    /// <summary>Windows over this dialect's own sends to the recipient.</summary>
    public IReadOnlyList<SlidingWindow> Windows { get; init; } = [];

    /// <summary>This dialect's own sends to the recipient in a calendar day, where it limits them.</summary>
    public DayLimit? DayLimit { get; init; }

    /// <summary>
    /// The e-mail address of the same user, known to be theirs, which gets a code for a phone that no provider of SMS
    /// takes, if the operator allows it; null where the code must reach the phone. The code stays that of the phone.
    /// </summary>
    public EmailAddress? Fallback { get; init; }

    private DayLimit? RepeatingDay => DayLimit is { RepeatsLast: true } day ? day : null;

    /// <summary>Whether a code that is still good is answered as it is, without a message.</summary>
    /// <param name="earlier">The code.</param>
    /// <param name="sends">When this dialect's messages to the recipient went out, Unix milliseconds.</param>
    /// <param name="now">Unix milliseconds.</param>
    internal bool Repeats(LiveCode earlier, ReadOnlySpan<long> sends, long now) =>
        // Without a window not even a code from another instance's later clock stands.
        (Reuse.Window > TimeSpan.Zero && now < earlier.CreatedAt + (long)Reuse.Window.TotalMilliseconds)
        || RepeatingDay?.WaitFor(sends, now) is not null;

    /// <summary>When a code sent now expires, Unix milliseconds: the last of a repeating day not before the day ends.</summary>
    /// <param name="sends">When this dialect's messages to the recipient went out, Unix milliseconds.</param>
    /// <param name="now">Unix milliseconds.</param>
    internal long ExpiryOf(ReadOnlySpan<long> sends, long now)
    {
        var expiry = now + (long)Lifetime.TotalMilliseconds;
        return RepeatingDay is { } day && day.IsLast(sends, now) ? Math.Max(expiry, day.EndOf(now)) : expiry;
    }
}
