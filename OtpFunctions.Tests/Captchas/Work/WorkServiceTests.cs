using OtpFunctions.Core;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Captchas.Work;

public sealed class WorkServiceTests
{
    private readonly WorkBench _bench = new();

    [Fact]
    public async Task A_solved_challenge_is_redeemed_by_one_write_and_never_again()
    {
        var challenge = _bench.Issue().Challenge;
        var solution = WorkBench.Solve(challenge);

        Assert.Null(await _bench.RedeemAsync(challenge, solution));
        Assert.Equal(1, _bench.Store.Calls);
        Assert.Equal(new Failure(FailureCode.CodeRejected), await _bench.RedeemAsync(challenge, solution));
    }

    [Fact]
    public async Task Another_solution_does_not_redeem_it_again()
    {
        var challenge = _bench.Issue().Challenge;
        Assert.Null(await _bench.RedeemAsync(challenge, WorkBench.Solve(challenge)));

        var other = WorkBench.Solve(challenge, spell: number => $"other{number}");
        Assert.Equal(new Failure(FailureCode.CodeRejected), await _bench.RedeemAsync(challenge, other));
    }

    [Fact]
    public void Issuing_asks_nothing_of_storage_and_says_what_was_set()
    {
        var first = _bench.Issue();

        Assert.Equal(0, _bench.Store.Calls);
        Assert.Equal(WorkBench.Easy, first.Difficulty);
        Assert.Equal(_bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(5), first.ExpiresAt);
        Assert.Matches("^[A-Za-z0-9_-]{75}\\z", first.Challenge);
        Assert.NotEqual(first.Challenge, _bench.Issue().Challenge);
    }

    [Theory]
    [InlineData(10)]
    [InlineData(13)]
    public async Task Exactly_as_many_bits_are_enough_and_one_less_is_not(int difficulty)
    {
        var bench = new WorkBench(difficulty: difficulty);
        var challenge = bench.Issue().Challenge;

        await bench.AssertRefusedAsync(challenge, WorkBench.Solve(challenge, difficulty - 1, isExact: true));
        Assert.Null(await bench.RedeemAsync(challenge, WorkBench.Solve(challenge, difficulty, isExact: true)));
    }

    [Fact]
    public async Task More_bits_than_needed_are_enough()
    {
        var challenge = _bench.Issue().Challenge;

        Assert.Null(await _bench.RedeemAsync(challenge, WorkBench.Solve(challenge, WorkBench.Easy + 3)));
    }

    [Fact]
    public async Task It_is_good_until_its_expiry_and_not_at_it()
    {
        var (early, late) = (_bench.Issue(), _bench.Issue());
        _bench.Clock.Set(late.ExpiresAt - TimeSpan.FromMilliseconds(1));
        Assert.Null(await _bench.RedeemAsync(early.Challenge, WorkBench.Solve(early.Challenge)));

        _bench.Clock.Set(late.ExpiresAt);
        await _bench.AssertRefusedAsync(late.Challenge, WorkBench.Solve(late.Challenge));
    }

    [Fact]
    public async Task A_solution_of_another_challenge_is_refused()
    {
        var (one, other) = (_bench.Issue().Challenge, _bench.Issue().Challenge);
        var solution = WorkBench.Solve(one, spell: number => WorkBench.BitsOf(other, $"{number}") < 10 ? $"{number}" : "none");

        await _bench.AssertRefusedAsync(other, solution);
        Assert.Null(await _bench.RedeemAsync(one, solution));
    }

    [Fact]
    public async Task The_difficulty_that_was_signed_counts_whatever_is_set_by_now()
    {
        var hard = new WorkBench(difficulty: 13);
        var challenge = hard.Issue().Challenge;
        var lowered = new WorkBench(clock: hard.Clock, difficulty: 10);

        await lowered.AssertRefusedAsync(challenge, WorkBench.Solve(challenge, 12, isExact: true));
        Assert.Null(await lowered.RedeemAsync(challenge, WorkBench.Solve(challenge, 13)));

        var easy = lowered.Issue();
        Assert.Equal(10, easy.Difficulty);
        Assert.Null(await hard.RedeemAsync(easy.Challenge, WorkBench.Solve(easy.Challenge, 10, isExact: true)));
    }

    [Fact]
    public async Task A_write_whose_answer_was_lost_has_redeemed()
    {
        var challenge = _bench.Issue().Challenge;
        _bench.Store.LosesAnswer = true;

        Assert.Null(await _bench.RedeemAsync(challenge, WorkBench.Solve(challenge)));
    }

    [Fact]
    public async Task Whoever_loses_every_race_is_told_to_come_again()
    {
        var challenge = _bench.Issue().Challenge;
        _bench.Store.LosesRace = true;

        Assert.Equal(
            FailureCode.Contended, (await _bench.RedeemAsync(challenge, WorkBench.Solve(challenge)))?.Code);
    }

    [Fact]
    public async Task Without_storage_nothing_is_redeemed()
    {
        var challenge = _bench.Issue().Challenge;
        var solution = WorkBench.Solve(challenge);
        _bench.Store.IsOut = true;

        await Assert.ThrowsAsync<StorageUnavailableException>(() => _bench.RedeemAsync(challenge, solution));
        await _bench.AssertRefusedAsync(challenge, WorkBench.Solve(challenge, WorkBench.Easy - 1, isExact: true));
    }

    [Fact]
    public void A_use_is_kept_for_a_day_after_the_expiry() =>
        Assert.Equal(TimeSpan.FromDays(1).TotalMilliseconds + 5, new UsedWork { ExpiresAt = 5 }.PurgeAfter);
}
