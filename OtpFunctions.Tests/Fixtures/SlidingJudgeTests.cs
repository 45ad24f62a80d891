namespace OtpFunctions.Tests.Fixtures;

public sealed class SlidingJudgeTests
{
    [Theory]
    [InlineData(new long[] { }, 0)]
    [InlineData(new long[] { 5 }, 1)]
    [InlineData(new long[] { 1000, 0 }, 1)]
    [InlineData(new long[] { 999, 0 }, 2)]
    [InlineData(new long[] { 0, 900, 1000, 1800, 1899, 5000 }, 4)]
    public void It_counts_the_fullest_second(long[] times, int most) =>
        Assert.Equal(most, SlidingJudge.MostWithin(times, TimeSpan.FromSeconds(1)));

    [Fact]
    public void One_too_many_is_told() =>
        Assert.ThrowsAny<Exception>(() => SlidingJudge.AssertWithin([0, 1, 2], 2, TimeSpan.FromSeconds(1)));
}
