namespace OtpFunctions.Tests.Http.Telling;

public sealed class RankTestTests
{
    [Fact]
    public void A_sample_is_not_greater_than_itself() => Assert.Equal((0.5, 0), ValuesOf(RankTest.Of([1, 2, 3], [1, 2, 3])));

    [Fact]
    public void A_sample_beyond_another_is_always_greater()
    {
        var (superiority, z) = ValuesOf(RankTest.Of([4, 5, 6], [1, 2, 3]));

        // U = 9 of 9 pairs, mean 4.5, deviation sqrt(9 * 7 / 12) = 2.291.
        Assert.Equal((1, 1.964), (superiority, Math.Round(z, 3)));
    }

    [Fact]
    public void A_quantile_is_a_value_of_the_sample() => Assert.Equal(3, RankTest.Quantile([5, 1, 3], 0.5));

    private static (double, double) ValuesOf(RankTest test) => (test.Superiority, test.Z);
}
