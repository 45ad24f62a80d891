using OtpFunctions.Core.Captchas.Drawing;

namespace OtpFunctions.Tests.Captchas.Drawing;

public sealed class SeedStreamTests
{
    [Theory]
    [InlineData(4)]
    [InlineData(64)]
    [InlineData(1024)]
    public void A_seed_gives_the_same_numbers_and_they_do_not_come_again(int block)
    {
        var one = new SeedStream(Pictures.Seed(1), new byte[block]);
        var two = new SeedStream(Pictures.Seed(1), new byte[block]);
        var seen = new HashSet<float>();
        for (var i = 0; i < 1000; i++)
        {
            var number = one.Between(0, 1);
            Assert.Equal(number, two.Between(0, 1));
            seen.Add(number);
        }

        // 1,000 of 2^24 values: two pairs of equal ones are already rare.
        Assert.InRange(seen.Count, 997, 1000);
    }

    [Fact]
    public void Numbers_are_uniform_and_within_their_bounds()
    {
        var random = new SeedStream(Pictures.Seed(2), new byte[1024]);
        var (counts, sum) = (new int[17], 0.0);
        for (var i = 0; i < 17_000; i++)
        {
            counts[random.Below(17)]++;
            var around = random.Around(5);
            Assert.InRange(around, -5, 5);
            sum += around;
        }

        Assert.All(counts, count => Assert.InRange(count, 850, 1150));
        Assert.InRange(sum / 17_000, -0.1, 0.1);
    }
}
