using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;

namespace OtpFunctions.Tests.Model;

/// <summary>The rules of one dialect as plain numbers: spans are milliseconds, 0 is none.</summary>
internal sealed record Dialect(string Name, int MaxFailures)
{
    public const int CodeLength = 16;
    private static readonly TimeZoneInfo Shanghai = TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai");

    public long Lifetime { get; init; } = 600_000;

    /// <summary>A code that is still good is sent again.</summary>
    public bool Resends { get; init; }

    /// <summary>Up to this age a code is answered without a message.</summary>
    public long RepeatsFor { get; init; }

    /// <summary>Messages in a day of Shanghai.</summary>
    public int PerDay { get; init; }

    /// <summary>When the day is full its last code is answered, and is good until it ends.</summary>
    public bool RepeatsLast { get; init; }

    /// <summary>A right code stays good.</summary>
    public bool KeepsCode { get; init; }

    public IReadOnlyList<(int Limit, long Length)> Windows { get; init; } = [];

    /// <summary>Smaller numbers than the product's own, so that short plans reach them.</summary>
    public static IReadOnlyList<Dialect> All { get; } =
    [
        new("onlyid", 3) { Resends = true },
        new("starlight", 4) { RepeatsFor = 180_000, PerDay = 2, RepeatsLast = true },
        new("fresns", 2) { Lifetime = 300_000, Windows = [(1, 60_000), (2, 600_000)] },
        new("captcha", 3) { PerDay = 3, Windows = [(1, 60_000)] },
        new("kept", 2) { KeepsCode = true },
    ];

    /// <summary>The recipient's own, over all dialects.</summary>
    public static IReadOnlyList<(int Limit, long Length)> RecipientWindows { get; } = [(4, 3_600_000), (6, 86_400_000)];

    public const int FailuresPerDay = 5;

    /// <summary>The wrong try that kills a code, where a send asks for <paramref name="most"/> or, with 0, says nothing.</summary>
    public int MostOf(int most) => most > 0 ? most : MaxFailures;

    /// <summary>As the product is told them.</summary>
    public CodePolicy PolicyOf(int most) => new()
    {
        Length = CodeLength,
        Lifetime = TimeSpan.FromMilliseconds(Lifetime),
        MaxFailures = MostOf(most),
        Reuse = Resends ? Reuse.WhileValid
            : RepeatsFor > 0 ? Reuse.Within(TimeSpan.FromMilliseconds(RepeatsFor))
            : Reuse.None,
        Windows = [.. Windows.Select(window => new SlidingWindow(window.Limit, TimeSpan.FromMilliseconds(window.Length)))],
        DayLimit = PerDay > 0 ? new DayLimit(PerDay, Shanghai, RepeatsLast) : null,
    };

    /// <summary>As the product is told them.</summary>
    public static RecipientLimits Limits { get; } = new()
    {
        SendsPerHour = RecipientWindows[0].Limit,
        SendsPerDay = RecipientWindows[1].Limit,
        FailuresPerDay = FailuresPerDay,
    };
}
