using OtpFunctions.Core.Limits;

namespace OtpFunctions.Core.Codes;

/// <summary>
/// All that is known of one recipient: live codes, the sends its windows are judged on, its failures. Immutable, and
/// every rule is a function of it, a command and the time: no clock, no storage. Times are Unix milliseconds.
/// </summary>
internal sealed record RecipientState
{
    // A calendar day has up to 25 hours; sends are kept that long so that a day limit sees all of its day.
    private const long SendsKept = 25 * 3_600_000L;

    // Longer than they count: an instance whose clock is ahead must not drop what still counts for another.
    private const long FailuresKept = 25 * 3_600_000L;

    public static RecipientState Empty { get; } = new();

    public LiveCode[] Codes { get; init; } = [];

    public SendRecord[] Sends { get; init; } = [];

    public long[] Failures { get; init; } = [];

    /// <summary>From when on nothing here matters any more.</summary>
    public long PurgeAfter
    {
        get
        {
            var last = 0L;
            foreach (var code in Codes)
            {
                last = Math.Max(last, code.ExpiresAt);
            }

            foreach (var send in Sends)
            {
                last = Math.Max(last, send.At + SendsKept);
            }

            foreach (var failure in Failures)
            {
                last = Math.Max(last, failure + FailuresKept);
            }

            return last;
        }
    }

    /// <summary>The code that may be verified for this use and address at this time, or null.</summary>
    public LiveCode? Find(string use, string boundTo, long now)
    {
        foreach (var code in Codes)
        {
            if (code.Use == use && code.BoundTo == boundTo)
            {
                return now < code.ExpiresAt ? code : null;
            }
        }

        return null;
    }

    /// <summary>Why no message may go out now, or null. The day is asked first: its answer outlasts a cool-down.</summary>
    public Failure? RefuseSend(CodePolicy policy, RecipientLimits limits, ReadOnlySpan<long> own, long now)
    {
        if (policy.DayLimit?.WaitFor(own, now) is { } untilMidnight)
        {
            return new Failure(FailureCode.DayLimitReached, untilMidnight);
        }

        var all = Array.ConvertAll(Sends, send => send.At);
        var refusal = Longest(limits.HourlySends, all, now, null);
        refusal = Longest(limits.DailySends, all, now, refusal);
        foreach (var window in policy.Windows)
        {
            refusal = Longest(window, own, now, refusal);
        }

        return refusal;
    }

    /// <summary>When this dialect's messages went out.</summary>
    public long[] SendsOf(string dialect) =>
        Array.ConvertAll(Array.FindAll(Sends, send => send.Dialect == dialect), send => send.At);

    /// <summary>This recipient with a message reserved and the code it carries, in place of the use's earlier one.</summary>
    public RecipientState Reserve(LiveCode code, string dialect, long now)
    {
        var kept = Prune(now);
        return kept with
        {
            Codes = Replace(kept.Codes, code, code),
            Sends = [.. kept.Sends, new SendRecord(now, dialect, code.Change)],
        };
    }

    /// <summary>
    /// This recipient with the code of <paramref name="change"/> marked as gone to the fall-back, or null when it is no
    /// longer there.
    /// </summary>
    public RecipientState? FallBack(string change, long now)
    {
        var kept = Prune(now);
        var reserved = kept.Codes.FirstOrDefault(code => code.Change == change);
        return reserved is null
            ? null
            : kept with { Codes = Replace(kept.Codes, reserved, reserved with { FellBack = true }) };
    }

    /// <summary>Undoes the reservation of <paramref name="change"/>: its delivery failed.</summary>
    /// <param name="change">The change that reserved.</param>
    /// <param name="previous">
    /// The code that stood there before, which is good again until its own expiry; unless the message that first carried it
    /// was given back too, meanwhile, so that nobody ever got it.
    /// </param>
    /// <param name="now">The time.</param>
    public RecipientState GiveBack(string change, LiveCode? previous, long now)
    {
        var kept = Prune(now);
        var reserved = kept.Codes.FirstOrDefault(code => code.Change == change);
        var restored = reserved is null || previous is null || WasGivenBack(previous, now) ? null : Restore(previous, reserved);
        return kept with
        {
            Codes = reserved is null ? kept.Codes : Replace(kept.Codes, reserved, restored),
            Sends = [.. kept.Sends.Where(send => send.Change != change)],
        };
    }

    /// <summary>Whether the recipient's failures are spent, whatever the code.</summary>
    public bool IsLocked(RecipientLimits limits, long now) => limits.DailyFailures.WaitFor(Failures, now) is not null;

    /// <summary>This recipient without the code: it was used.</summary>
    public RecipientState Consume(LiveCode code, long now)
    {
        var kept = Prune(now);
        return kept with { Codes = Replace(kept.Codes, code, null) };
    }

    /// <summary>This recipient with one wrong try counted; the one that reaches the code's limit kills it.</summary>
    public RecipientState Fail(LiveCode code, long now)
    {
        var kept = Prune(now);
        var failed = code with { Failures = code.Failures + 1 };
        return kept with
        {
            Codes = Replace(kept.Codes, code, failed.Failures < failed.MaxFailures ? failed : null),
            Failures = [.. kept.Failures, now],
        };
    }

    // Older ones are no longer known by their sends.
    private bool WasGivenBack(LiveCode code, long now) =>
        code.CreatedAt > now - SendsKept
        && code.Maker is { } maker
        && !Array.Exists(Sends, send => send.Change == maker);

    // The same code sent again: guesses made meanwhile stay counted, and may have killed it by its own, lower limit.
    private static LiveCode? Restore(LiveCode previous, LiveCode reserved) =>
        !previous.Sealed.AsSpan().SequenceEqual(reserved.Sealed) ? previous
            : reserved.Failures < previous.MaxFailures ? previous with { Failures = reserved.Failures }
            : null;

    private static LiveCode[] Replace(LiveCode[] codes, LiveCode old, LiveCode? by)
    {
        var others = Array.FindAll(codes, code => code.Use != old.Use || code.BoundTo != old.BoundTo);
        return by is null ? others : [.. others, by];
    }

    private static Failure? Longest(SlidingWindow window, ReadOnlySpan<long> times, long now, Failure? other) =>
        window.WaitFor(times, now) is { } wait && (other is null || wait >= other.RetryAfter)
            ? new Failure(FailureCode.TooOften, wait) { Window = window.Length }
            : other;

    private RecipientState Prune(long now) => new()
    {
        Codes = Keep(Codes, code => now < code.ExpiresAt),
        Sends = Keep(Sends, send => send.At > now - SendsKept),
        Failures = Keep(Failures, failure => failure > now - FailuresKept),
    };

    // Mostly nothing is to be dropped, and what is immutable need not be copied.
    private static T[] Keep<T>(T[] all, Predicate<T> isKept) =>
        Array.TrueForAll(all, isKept) ? all : Array.FindAll(all, isKept);
}
