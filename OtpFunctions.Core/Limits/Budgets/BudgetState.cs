namespace OtpFunctions.Core.Limits.Budgets;

/// <summary>What all instances together have taken of one day's cap. Immutable, and it only grows.</summary>
internal sealed record BudgetState
{
    private const int LargestBlock = 50;
    private const int BlocksInWhatIsLeft = 20;

    // An instance whose clock is late must find the day spent, not forgotten.
    private const long KeptAfter = 24 * 3_600_000L;

    public static BudgetState None { get; } = new();

    public int Taken { get; init; }

    /// <summary>The end of the day, Unix milliseconds.</summary>
    public long EndsAt { get; init; }

    public long PurgeAfter => EndsAt + KeptAfter;

    /// <summary>
    /// A block of sends for one instance: a twentieth of what is left, from 1 to 50, or as many as wait for it. So a
    /// large cap is written to seldom, and what an instance leaves unused of a small one is small.
    /// </summary>
    /// <param name="cap">How many sends the day has.</param>
    /// <param name="waiting">How many sends wait.</param>
    /// <param name="endsAt">The end of the day.</param>
    /// <returns>The state with the block taken, and how large it is: never more than is left, 0 when nothing is.</returns>
    public (BudgetState? Next, BudgetBlockSize Block) Take(int cap, int waiting, long endsAt)
    {
        var left = Math.Max(0, cap - Taken);
        var usual = Math.Clamp(left / BlocksInWhatIsLeft, 1, LargestBlock);
        var count = Math.Min(left, Math.Max(usual, waiting));
        var block = new BudgetBlockSize(count, IsLast: count == left);
        return (count == 0 ? null : new BudgetState { Taken = Taken + count, EndsAt = endsAt }, block);
    }
}
