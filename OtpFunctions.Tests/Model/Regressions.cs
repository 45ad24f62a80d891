using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>Plans that once failed, as the failure printed them.</summary>
internal static class Regressions
{
    public static IReadOnlyList<Plan> All { get; } =
    [
        new(UndeliveredCodeSentAgain),
        new(UndeliveredCodeReplaced),
        new(FailuresDroppedByAClockAhead),
    ];

    // A send whose delivery fails while the same code is sent again, which fails too, left the code good.
    private static Move[] UndeliveredCodeSentAgain =>
    [
        new(Act.Send) { Outcome = DeliveryOutcome.Unavailable, Overlaps = true },
        new(Act.Send) { Outcome = DeliveryOutcome.Unavailable },
        new(Act.Guess),
    ];

    private static Move[] UndeliveredCodeReplaced =>
    [
        new(Act.SendCustom) { Outcome = DeliveryOutcome.Unavailable, Turns = [new(0), new(0)], Overlaps = true },
        new(Act.SendCustom) { Outcome = DeliveryOutcome.Unavailable, Turns = [new(1), new(1)], Overlaps = true },
        new(Act.Guess) { Shown = Shown.Old },
    ];

    // A minute ahead and half a minute before the failures are a day old, an instance dropped them for all.
    private static Move[] FailuresDroppedByAClockAhead =>
    [
        new(Act.Send),
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Send),
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Tick) { By = 86_370_000 },
        new(Act.Skew) { Instance = 1, By = 60_000 },
        new(Act.Send) { Instance = 1 },
        new(Act.Guess),
    ];
}
