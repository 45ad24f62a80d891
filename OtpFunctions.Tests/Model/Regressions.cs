using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>Plans that once failed, as the failure printed them; some with a guard taken out on purpose.</summary>
internal static class Regressions
{
    public static IReadOnlyList<Plan> All { get; } =
    [
        new(UndeliveredCodeSentAgain),
        new(UndeliveredCodeReplaced),
        new(FailuresDroppedByAClockAhead),
        new(GuessesWhileAResendFails),
        new(HigherLimitOfAResendThatFails),
        new(GuessesBeforeAResend),
        new(SendsOfYesterdayEvening),
        new(SendsDroppedByAClockAhead),
        new(RepeatToItsEnd),
        new(TwoWritersOfOneRow),
        new(ResendsThatFailTogether),
        new(RefusalByAClockAhead),
        new(FailuresLongAfterTheLastSend),
        new(RightAtOneAddressAndUsedUpThere),
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

    // A code has three tries: one while its resend is on the way, which fails, and two after.
    private static Move[] GuessesWhileAResendFails =>
    [
        new(Act.Send),
        new(Act.Send) { Outcome = DeliveryOutcome.Unavailable, Turns = [new(0), new(0)], Overlaps = true },
        new(Act.Guess) { Shown = Shown.Wrong, Turns = [new(1), new(1)] },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess),
    ];

    // Two tries under the resend's limit are one too many under the code's own, which is back.
    private static Move[] HigherLimitOfAResendThatFails =>
    [
        new(Act.Send) { Most = 2 },
        new(Act.Send) { Most = 4, Outcome = DeliveryOutcome.Unavailable, Turns = [new(0), new(0)], Overlaps = true },
        new(Act.Guess) { Shown = Shown.Wrong, Turns = [new(1), new(1)], Overlaps = true },
        new(Act.Guess) { Shown = Shown.Wrong, Turns = [new(1), new(1)] },
        new(Act.Guess),
    ];

    private static Move[] GuessesBeforeAResend =>
    [
        new(Act.Send),
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Send),
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess),
    ];

    // Six in 24 hours, the first four of them a minute less than 24 hours old.
    private static Move[] SendsOfYesterdayEvening =>
    [
        new(Act.Send),
        new(Act.Send),
        new(Act.Send),
        new(Act.Send),
        new(Act.Tick) { By = 86_340_000 },
        new(Act.Send),
        new(Act.Send),
        new(Act.Send),
    ];

    // A minute ahead and half a minute before the first four are a day old, an instance must not drop them for all.
    private static Move[] SendsDroppedByAClockAhead =>
    [
        new(Act.Send),
        new(Act.Send),
        new(Act.Send),
        new(Act.Send),
        new(Act.Tick) { By = 86_370_000 },
        new(Act.Skew) { Instance = 1, By = 60_000 },
        new(Act.Send) { Instance = 1 },
        new(Act.Send),
        new(Act.Send),
    ];

    // A code is repeated for three minutes from its making, and then replaced.
    private static Move[] RepeatToItsEnd =>
    [
        new(Act.Send) { Dialect = 1 },
        new(Act.Tick) { By = 179_999 },
        new(Act.Send) { Dialect = 1 },
        new(Act.Tick) { By = 1 },
        new(Act.Send) { Dialect = 1 },
    ];

    // Both have read what the first send left; one of them must decide anew.
    private static Move[] TwoWritersOfOneRow =>
    [
        new(Act.Send),
        new(Act.Guess) { Shown = Shown.Wrong, Turns = [new(0)], Overlaps = true },
        new(Act.Guess) { Shown = Shown.Wrong, Turns = [new(1)] },
        new(Act.Guess) { Shown = Shown.Wrong },
        new(Act.Guess),
    ];

    // Both go back, and the code that arrived before them stays good.
    private static Move[] ResendsThatFailTogether =>
    [
        new(Act.Send),
        new(Act.Send) { Outcome = DeliveryOutcome.Unavailable, Turns = [new(0), new(0)], Overlaps = true },
        new(Act.Send) { Outcome = DeliveryOutcome.Unavailable, Turns = [new(1), new(1)] },
        new(Act.Guess),
    ];

    // To an instance a minute ahead the code has expired; what it refuses takes the code from nobody.
    private static Move[] RefusalByAClockAhead =>
    [
        new(Act.Send),
        new(Act.Tick) { By = 599_000 },
        new(Act.Skew) { Instance = 1, By = 60_000 },
        new(Act.Guess) { Instance = 1 },
        new(Act.Guess),
    ];

    // The last code of a day lives on. Its row is not purged 25 hours after it was sent, for it was guessed at later.
    private static Move[] FailuresLongAfterTheLastSend =>
    [
        new(Act.Send) { Dialect = 1 },
        new(Act.Tick) { By = 180_000 },
        new(Act.Send) { Dialect = 1, Most = 6 },
        new(Act.Tick) { By = 7_200_000 },
        new(Act.Guess) { Dialect = 1, Shown = Shown.Wrong },
        new(Act.Guess) { Dialect = 1, Shown = Shown.Wrong },
        new(Act.Guess) { Dialect = 1, Shown = Shown.Wrong },
        new(Act.Guess) { Dialect = 1, Shown = Shown.Wrong },
        new(Act.Guess) { Dialect = 1, Shown = Shown.Wrong },
        new(Act.Tick) { By = 82_800_001 },
        new(Act.Purge),
        new(Act.Send),
        new(Act.Guess),
    ];
    // A guess that was right at one of two addresses when it was read, and came too late there, is wrong at the other.
    private static Move[] RightAtOneAddressAndUsedUpThere =>
    [
        new(Act.Send) { Place = 1 },
        new(Act.SendCustom) { Place = 3 },
        new(Act.GuessEither) { Place = 1, Shown = Shown.Wrong },
        new(Act.GuessEither) { Place = 3, Overlaps = true },
        new(Act.GuessEither) { Place = 3 },
        new(Act.GuessEither) { Place = 1, Shown = Shown.Wrong },
        new(Act.GuessEither) { Place = 3, Shown = Shown.Other },
    ];
}
