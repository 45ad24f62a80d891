using OtpFunctions.Core.Limits;

namespace OtpFunctions.Tests.Limits;

public sealed class SlidingWindowTests
{
    private static readonly SlidingWindow OneAMinute = new(1, TimeSpan.FromMinutes(1));
    private static readonly SlidingWindow FiveInTenMinutes = new(5, TimeSpan.FromMinutes(10));

    [Theory]
    [InlineData(0, 60_000)]
    [InlineData(59_999, 1)]
    [InlineData(60_000, null)]
    [InlineData(60_001, null)]
    public void One_a_minute_opens_at_exactly_sixty_seconds(long age, int? waitMilliseconds)
    {
        var wait = OneAMinute.WaitFor([1_000_000], 1_000_000 + age);

        Assert.Equal(waitMilliseconds, (int?)wait?.TotalMilliseconds);
    }

    [Fact]
    public void The_fifth_fits_and_the_sixth_does_not()
    {
        Assert.Null(FiveInTenMinutes.WaitFor([0, 1, 2, 3], 100));
        Assert.NotNull(FiveInTenMinutes.WaitFor([0, 1, 2, 3, 4], 100));
    }

    [Fact]
    public void The_wait_ends_when_the_oldest_that_fills_the_window_leaves_it()
    {
        // Out of order, as two instances' clocks may write them, and one more than the limit: the second must leave too.
        var wait = FiveInTenMinutes.WaitFor([50, 10, 20, 30, 40, 5], 60);

        Assert.Equal(10 + 600_000 - 60, wait?.TotalMilliseconds);
    }

    [Fact]
    public void An_event_ahead_of_this_clock_counts()
    {
        Assert.NotNull(OneAMinute.WaitFor([5_000], 1_000));
    }

    [Fact]
    public void The_times_are_left_as_they_were()
    {
        long[] times = [50, 10, 20, 30, 40, 5];

        FiveInTenMinutes.WaitFor(times, 60);

        Assert.Equal([50, 10, 20, 30, 40, 5], times);
    }
}
