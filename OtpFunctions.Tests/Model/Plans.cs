using FsCheck;
using FsCheck.Fluent;
using OtpFunctions.Core.Delivery;

namespace OtpFunctions.Tests.Model;

/// <summary>Random plans, and smaller ones than one that fails.</summary>
internal static class Plans
{
    private const int MostMoves = 30;

    private static readonly Gen<Fate> Fates = Gen.Frequency(
        (8, Gen.Constant(Fate.Done)), (2, Gen.Constant(Fate.AnswerLost)), (1, Gen.Elements(Fate.FailedBefore, Fate.FailedAfter)));

    private static readonly Gen<Turn[]> Turns =
        from count in Gen.Choose(0, 5)
        from turns in (from who in Gen.Choose(0, 3) from fate in Fates select new Turn(who, fate)).ArrayOf(count)
        select turns;

    /// <summary>Calls one after the other, on a storage that is well.</summary>
    public static Arbitrary<Plan> Sequences { get; } = ListsOf(mix => mix.Moves);

    /// <summary>Calls that run into each other, on a storage that is not.</summary>
    public static Arbitrary<Plan> Interleavings { get; } = ListsOf(mix =>
        from move in mix.Moves
        from turns in Turns
        from overlaps in Gen.Frequency((3, Gen.Constant(true)), (1, Gen.Constant(false)))
        select move with { Turns = turns, Overlaps = overlaps });

    // Most of a plan is about one place and one or two dialects, or nothing would ever meet.
    private static Arbitrary<Plan> ListsOf(Func<Mix, Gen<Move>> moves) => Arb.From(
        from mix in Mix.All
        from first in Gen.Choose(0, Dialect.All.Count - 1)
        from second in Gen.Choose(0, Dialect.All.Count - 1)
        from place in Gen.Choose(0, Place.All.Count - 1)
        from count in Gen.Choose(1, MostMoves)
        from list in moves(mix).ListOf(count)
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

        if (move.Most > 0)
            yield return move with { Most = 0 };

        if (move.Outcome != DeliveryOutcome.Accepted)
            yield return move with { Outcome = DeliveryOutcome.Accepted };
    }
}
