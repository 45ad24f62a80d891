using FsCheck;
using FsCheck.Fluent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>
/// How often each kind of move is in a plan. Each plan leaves some out, so that those it has meet more often (Groce et al.,
/// Swarm testing, 2012).
/// </summary>
/// <param name="Customs">Weight of sends of a code of the caller's own; sends of generated codes have 7.</param>
/// <param name="Guesses">Weight of guesses.</param>
/// <param name="Eithers">Weight of guesses at two places.</param>
/// <param name="Wrong">Weight of wrong codes among them; right ones have 3.</param>
/// <param name="Purges">Weight of purges.</param>
/// <param name="Ticks">Weight of ticks.</param>
/// <param name="Spans">How long they are, milliseconds.</param>
/// <param name="Skews">Weight of clocks that are set wrong.</param>
/// <param name="Faults">Weight of deliveries that fail or are not answered; those that arrive have 6.</param>
/// <param name="Limits">Weight of sends with a limit of wrong tries of their own; those without have 6.</param>
internal sealed record Mix(
    int Customs, int Guesses, int Eithers, int Wrong, int Purges, int Ticks, long[] Spans, int Skews, int Faults, int Limits)
{
    // Small steps, also back, in which nothing expires.
    private static readonly long[] Moments = [1, 400, -1, -400, -2_000];

    // The spans the rules know, one more and one less.
    private static readonly long[] Minutes =
        [59_999, 60_000, 120_000, 179_999, 180_000, 299_999, 300_000, 599_999, 600_000, 600_001, 3_540_000, 3_599_999, 3_600_000];

    private static readonly long[] Days = [15 * 3_600_000, 86_340_000, 86_399_999, 86_400_000, 90_000_001];

    private static readonly long[] Offsets = [0, 1, -1, 500, -500, 2_000, -2_000, 60_000, -60_000];

    public static Gen<Mix> All { get; } =
        from customs in Gen.Elements(0, 0, 2)
        from guesses in Gen.Elements(4, 9, 18)
        from eithers in Gen.Elements(0, 0, 12)
        from wrong in Gen.Elements(1, 4, 12)
        from purges in Gen.Elements(0, 0, 1)
        from ticks in Gen.Elements(0, 4, 8)
        from spans in Gen.Elements<long[]>([.. Moments, .. Minutes, .. Days], Minutes, [.. Moments, .. Days])
        from skews in Gen.Elements(0, 0, 1)
        from faults in Gen.Elements(0, 4, 8)
        from limits in Gen.Elements(0, 0, 2)
        select new Mix(customs, guesses, eithers, wrong, purges, ticks, spans, skews, faults, limits);

    /// <summary>A move of this mix; place 0 is the plan's own.</summary>
    public Gen<Move> Moves =>
        from act in Gen.Frequency(
            (7, Gen.Constant(Act.Send)),
            (Customs, Gen.Constant(Act.SendCustom)),
            (Guesses, Gen.Constant(Act.Guess)),
            (Eithers, Gen.Constant(Act.GuessEither)),
            (Purges, Gen.Constant(Act.Purge)),
            (Ticks, Gen.Constant(Act.Tick)),
            (Skews, Gen.Constant(Act.Skew)))
        from instance in Gen.Choose(0, Clocks.Instances - 1)
        from dialect in Gen.Choose(0, Dialect.All.Count - 1)
        from place in Gen.Frequency((6, Gen.Constant(0)), (1 + (Eithers / 2), Gen.Choose(0, Place.All.Count - 1)))
        from shown in Gen.Frequency(
            (3, Gen.Constant(Shown.Newest)), (Wrong, Gen.Constant(Shown.Wrong)), (1, Gen.Elements(Shown.Old, Shown.Other)))
        from most in Gen.Frequency((6, Gen.Constant(0)), (Limits, Gen.Elements(1, 2, 4)))
        from outcome in Gen.Frequency(
            (6, Gen.Constant(DeliveryOutcome.Accepted)),
            (Faults, Gen.Elements(DeliveryOutcome.RecipientRefused, DeliveryOutcome.Unavailable, DeliveryOutcome.TimedOut)))
        from span in Gen.Elements(act == Act.Skew ? Offsets : Spans)
        select act switch
        {
            Act.Tick => new Move(act) { By = span },
            Act.Skew => new Move(act) { Instance = instance, By = span },
            Act.Purge => new Move(act) { Instance = instance, Place = place },
            Act.Guess or Act.GuessEither => new Move(act) { Instance = instance, Dialect = dialect, Place = place, Shown = shown },
            _ => new Move(act) { Instance = instance, Dialect = dialect, Place = place, Most = most, Outcome = outcome },
        };
}
