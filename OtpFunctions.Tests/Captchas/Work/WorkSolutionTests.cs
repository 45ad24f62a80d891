using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Captchas.Work;

/// <summary>Solutions of every shape. Each has the bits it needs, so that only its shape can refuse it.</summary>
public sealed class WorkSolutionTests
{
    private readonly WorkBench _bench = new();

    [Theory]
    [InlineData("")]
    [InlineData("z")]
    [InlineData("0000000000")]
    [InlineData("abcdefghijklmnopqrstuvwx")]
    public async Task Digits_and_small_letters_are_taken(string prefix)
    {
        var challenge = _bench.Issue().Challenge;

        Assert.Null(await _bench.RedeemAsync(challenge, WorkBench.Solve(challenge, spell: number => $"{prefix}{number:x}")));
    }

    [Theory]
    [InlineData(32, true)]
    [InlineData(33, false)]
    [InlineData(1000, false)]
    public async Task Its_length_is_at_most_32(int length, bool isTaken)
    {
        var challenge = _bench.Issue().Challenge;
        var solution = WorkBench.Solve(challenge, spell: number => $"{number:x}".PadLeft(length, '0'));

        if (isTaken)
        {
            Assert.Null(await _bench.RedeemAsync(challenge, solution));
        }
        else
        {
            await _bench.AssertRefusedAsync(challenge, solution);
        }
    }

    [Theory]
    [InlineData("A{0}")]
    [InlineData("{0}Z")]
    [InlineData("-{0}")]
    [InlineData("{0}_")]
    [InlineData(" {0}")]
    [InlineData("{0} ")]
    [InlineData("{0}\n")]
    [InlineData("{0}\0")]
    [InlineData("{0}.0")]
    [InlineData("+{0}")]
    [InlineData("٣{0}")]
    [InlineData("{0}１")]
    [InlineData("é{0}")]
    [InlineData("{0}\uD83D\uDE00")]
    public async Task Any_other_character_is_refused(string shape)
    {
        var challenge = _bench.Issue().Challenge;

        await _bench.AssertRefusedAsync(challenge, WorkBench.Solve(
            challenge, spell: number => shape.Replace("{0}", $"{number:x}", StringComparison.Ordinal)));
    }

    [Fact]
    public async Task None_is_refused_even_where_it_would_have_the_bits()
    {
        string challenge;
        do
        {
            challenge = _bench.Issue().Challenge;
        }
        while (WorkBench.BitsOf(challenge, "") < WorkBench.Easy);

        await _bench.AssertRefusedAsync(challenge, "");
    }
}
