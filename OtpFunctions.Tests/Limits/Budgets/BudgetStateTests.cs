using OtpFunctions.Core.Limits.Budgets;

namespace OtpFunctions.Tests.Limits.Budgets;

public sealed class BudgetStateTests
{
    [Theory]
    [InlineData(10_000, 0, 0, 50, false)] // a large cap: blocks of 50
    [InlineData(10_000, 9_000, 0, 50, false)]
    [InlineData(10_000, 9_020, 0, 49, false)] // then a twentieth of what is left
    [InlineData(100, 0, 0, 5, false)]
    [InlineData(100, 70, 0, 1, false)]
    [InlineData(100, 98, 0, 1, false)]
    [InlineData(100, 99, 0, 1, true)] // the last one
    [InlineData(100, 100, 0, 0, true)]
    [InlineData(100, 101, 0, 0, true)] // the cap was lowered
    [InlineData(1, 0, 0, 1, true)]
    [InlineData(10_000, 0, 51, 51, false)] // more wait than fit the usual block
    [InlineData(100, 90, 11, 10, true)] // never more than is left
    public void A_block_is_a_twentieth_of_what_is_left_or_as_many_as_wait(
        int cap, int taken, int waiting, int count, bool isLast)
    {
        var (next, block) = new BudgetState { Taken = taken }.Take(cap, waiting, endsAt: 7);

        Assert.Equal(new BudgetBlockSize(count, isLast), block);
        Assert.Equal(count == 0 ? null : new BudgetState { Taken = taken + count, EndsAt = 7 }, next);
    }

    [Theory]
    [InlineData(1)]
    [InlineData(7)]
    [InlineData(100)]
    [InlineData(12_345)]
    public void Blocks_add_up_to_the_cap_and_not_one_more(int cap)
    {
        var state = BudgetState.None;
        var sum = 0;
        while (state.Take(cap, 0, 0) is ({ } next, var block))
        {
            state = next;
            sum += block.Count;
        }

        Assert.Equal(cap, sum);
    }

    [Fact]
    public void A_counter_outlives_its_day_by_a_day() =>
        Assert.Equal(5 + 86_400_000, new BudgetState { EndsAt = 5 }.PurgeAfter);
}
