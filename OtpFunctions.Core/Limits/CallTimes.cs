using System.Text.Json.Serialization;

namespace OtpFunctions.Core.Limits;

/// <summary>When one caller's network called, and whom it vouches for. Immutable; times are Unix milliseconds.</summary>
internal sealed record CallTimes
{
    private const int MostPasses = 16;

    public static CallTimes None { get; } = new();

    public long[] Times { get; init; } = [];

    /// <summary>Whoever was found good here (docs/decisions/0022), the latest last; null where nobody was.</summary>
    [JsonIgnore(Condition = JsonIgnoreCondition.WhenWritingNull)]
    public Pass[]? Passes { get; init; }

    /// <summary>The first moment at which neither the newest call nor a pass counts any longer.</summary>
    public long PurgeAfter { get; init; }

    /// <summary>These calls and one more, or how long until one more fits.</summary>
    public (CallTimes? Next, TimeSpan? Wait) Admit(SlidingWindow window, long now)
    {
        if (window.WaitFor(Times, now) is { } wait)
        {
            return (null, wait);
        }

        var length = (long)window.Length.TotalMilliseconds;
        var passes = Kept(now);
        return (
            new CallTimes
            {
                Times = [.. Times.Where(time => time > now - length), now],
                Passes = passes,
                PurgeAfter = Latest(passes, now + length),
            },
            null);
    }

    /// <summary>Whether this pass stands here; where a call has just been let in, it is still good.</summary>
    public bool Vouches(string pass) => Passes is not null && Array.Exists(Passes, one => one.Key == pass);

    /// <summary>The same calls, and a pass.</summary>
    public CallTimes Vouch(Pass pass, long now)
    {
        Pass[] passes = [.. (Kept(now) ?? []).Where(one => one.Key != pass.Key).TakeLast(MostPasses - 1), pass];
        return this with { Passes = passes, PurgeAfter = Latest(passes, PurgeAfter) };
    }

    /// <summary>The same calls, and no pass.</summary>
    public CallTimes VouchForNobody() => this with { Passes = null };

    private static long Latest(Pass[]? passes, long purgeAfter) =>
        passes is null ? purgeAfter : Math.Max(purgeAfter, passes.Max(pass => pass.Until));

    private Pass[]? Kept(long now) =>
        Passes is null || Array.TrueForAll(Passes, pass => now < pass.Until) ? Passes
        : Array.FindAll(Passes, pass => now < pass.Until) is { Length: > 0 } kept ? kept
        : null;
}
