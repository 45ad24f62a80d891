using FsCheck;
using FsCheck.Fluent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>Random plans, and smaller ones than one that fails.</summary>
internal static class Plans
{
    private const int MostMoves = 30;

    // The spans the rules know, one more and one less; small steps, also back.
    private static readonly long[] Ticks =
    [
        1, 400, 59_999, 60_000, 120_000, 179_999, 180_000, 299_999, 300_000, 599_999, 600_000, 600_001, 3_540_000, 3_599_999,
        3_600_000, 15 * 3_600_000, 86_340_000, 86_399_999, 86_400_000, 90_000_001, -1, -400, -2_000,
    ];

    private static readonly long[] Skews = [0, 1, -1, 500, -500, 2_000, -2_000, 60_000, -60_000];

    private static readonly Gen<DeliveryOutcome> Outcomes = Gen.Frequency(
        (6, Gen.Constant(DeliveryOutcome.Accepted)),
        (4, Gen.Elements(DeliveryOutcome.RecipientRefused, DeliveryOutcome.Unavailable, DeliveryOutcome.TimedOut)));

    private static readonly Gen<Fate> Fates = Gen.Frequency(
        (8, Gen.Constant(Fate.Done)), (2, Gen.Constant(Fate.AnswerLost)), (1, Gen.Elements(Fate.FailedBefore, Fate.FailedAfter)));

    private static readonly Gen<Turn[]> Turns =
        from count in Gen.Choose(0, 5)
        from turns in (from who in Gen.Choose(0, 3) from fate in Fates select new Turn(who, fate)).ArrayOf(count)
        select turns;

    /// <summary>Calls one after the other, on a storage that is well.</summary>
    public static Arbitrary<Plan> Sequences { get; } = ListsOf(Moves);

    /// <summary>Calls that run into each other, on a storage that is not.</summary>
    public static Arbitrary<Plan> Interleavings { get; } = ListsOf(
        from move in Moves
        from turns in Turns
        from overlaps in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select move with { Turns = turns, Overlaps = overlaps });

    // Most of a plan is about one place and one or two dialects, or nothing would ever meet.
    private static Gen<Move> Moves =>
        from act in Gen.Frequency(
            (7, Gen.Constant(Act.Send)),
            (2, Gen.Constant(Act.SendCustom)),
            (9, Gen.Constant(Act.Guess)),
            (1, Gen.Constant(Act.Purge)),
            (6, Gen.Constant(Act.Tick)),
            (1, Gen.Constant(Act.Skew)))
        from instance in Gen.Choose(0, Clocks.Instances - 1)
        from dialect in Gen.Choose(0, Dialect.All.Count - 1)
        from place in Gen.Frequency((6, Gen.Constant(0)), (1, Gen.Choose(0, Place.All.Count - 1)))
        from shown in Gen.Frequency(
            (3, Gen.Constant(Shown.Newest)), (4, Gen.Constant(Shown.Wrong)), (1, Gen.Elements(Shown.Old, Shown.Other)))
        from outcome in Outcomes
        from span in act == Act.Skew ? Gen.Elements(Skews) : Gen.Elements(Ticks)
        select act switch
        {
            Act.Tick => new Move(act) { By = span },
            Act.Skew => new Move(act) { Instance = instance, By = span },
            Act.Purge => new Move(act) { Instance = instance, Place = place },
            Act.Guess => new Move(act) { Instance = instance, Dialect = dialect, Place = place, Shown = shown },
            _ => new Move(act) { Instance = instance, Dialect = dialect, Place = place, Outcome = outcome },
        };

    private static Arbitrary<Plan> ListsOf(Gen<Move> moves) => Arb.From(
        from first in Gen.Choose(0, Dialect.All.Count - 1)
        from second in Gen.Choose(0, Dialect.All.Count - 1)
        from place in Gen.Choose(0, Place.All.Count - 1)
        from count in Gen.Choose(1, MostMoves)
        from list in moves.ListOf(count)
        select new Plan([.. list.Select(move => About(move, first, second, place))]),
        Shrink);

    private static Move About(Move move, int first, int second, int place) => move.Act is Act.Tick or Act.Skew
        ? move
        : move with
        {
            Dialect = move.Act == Act.Purge ? 0 : move.Dialect % 2 == 0 ? first : second,
            Place = move.Place == 0 ? place : move.Place,
        };

    // Fewer moves first: halves, quarters, single ones; then simpler moves.
    private static IEnumerable<Plan> Shrink(Plan plan)
    {
        var moves = plan.Moves;
        for (var length = moves.Count / 2; length > 0; length /= 2)
        {
            for (var at = 0; at + length <= moves.Count; at += length)
                yield return new Plan([.. moves.Take(at), .. moves.Skip(at + length)]);
        }

        for (var at = 0; at < moves.Count; at++)
        {
            foreach (var simpler in Simplify(moves[at]))
                yield return new Plan([.. moves.Take(at), simpler, .. moves.Skip(at + 1)]);
        }
    }

    private static IEnumerable<Move> Simplify(Move move)
    {
        if (move.Overlaps)
            yield return move with { Overlaps = false };

        for (var at = 0; at < move.Turns.Length; at++)
        {
            yield return move with { Turns = [.. move.Turns.Where((_, index) => index != at)] };
            var (who, fate) = move.Turns[at];
            if (fate != Fate.Done)
                yield return move with { Turns = [.. move.Turns.Take(at), new Turn(who), .. move.Turns.Skip(at + 1)] };
        }

        if (move.Act != Act.Skew && move.Instance > 0)
            yield return move with { Instance = 0 };

        if (move.Outcome != DeliveryOutcome.Accepted)
            yield return move with { Outcome = DeliveryOutcome.Accepted };
    }
}
