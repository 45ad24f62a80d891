using OtpFunctions.Core;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>What the updater makes of lost races and lost answers.</summary>
public sealed class ConflictTests
{
    private readonly MemoryRecipientStore _store = new();
    private readonly CodeBench _bench;

    public ConflictTests() => _bench = new CodeBench(_store);

    [Fact]
    public async Task A_write_whose_answer_was_lost_is_not_repeated()
    {
        _store.LosesAnswer = Once();
        var code = (await _bench.IssueAsync()).Value!.Code;
        Assert.Single(_bench.Channel.Sent);
        Assert.Equal(1, _store.Writes);

        _store.LosesAnswer = Once();
        Assert.True(await _bench.VerifyAsync(code));
        Assert.Equal(2, _store.Writes);
        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_lost_answer_is_recognised_even_after_others_wrote()
    {
        var code = (await _bench.IssueAsync()).Value!.Code;
        _store.LosesAnswer = Once();
        _store.AfterLostAnswer = () => _bench.IssueAsync(use: new("other"));

        Assert.True(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_lost_race_is_decided_anew()
    {
        var code = (await _bench.IssueAsync()).Value!.Code;
        _store.LosesRace = Once();

        Assert.True(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task Endless_conflicts_end_in_Contended_never_in_success()
    {
        var code = (await _bench.IssueAsync()).Value!.Code;
        _store.LosesRace = () => true;

        var judged = await _bench.JudgeAsync(code);

        Assert.Equal(new Failure(FailureCode.Contended, TimeSpan.FromSeconds(1)), judged.Failure);
        Assert.Equal(FailureCode.Contended, (await _bench.IssueAsync()).Failure?.Code);
        Assert.Single(_bench.Channel.Sent);
        _store.LosesRace = () => false;
        Assert.True(await _bench.VerifyAsync(code));
    }

    private static Func<bool> Once()
    {
        var count = 0;
        return () => Interlocked.Increment(ref count) == 1;
    }
}
