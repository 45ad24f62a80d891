using OtpFunctions.Core;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>A refusal does not tell whether a code stands: not by what it says, and not by what it takes.</summary>
public sealed class TellingTests
{
    private readonly MemoryRecipientStore _store = new();
    private readonly CodeBench _bench;

    public TellingTests() => _bench = new CodeBench(_store, new RecipientLimits { FailuresPerDay = 3 });

    public static TheoryData<string> States() => new("wrong", "never sent", "used", "replaced", "expired", "dead", "locked", "of another use");

    [Theory]
    [MemberData(nameof(States))]
    public async Task Every_refusal_is_the_same_and_one_write(string state)
    {
        var code = await BringAboutAsync(state);
        var before = _store.Writes;

        var judged = await _bench.JudgeAsync(code);

        Assert.Equal(new Failure(FailureCode.CodeRejected), judged.Failure);
        Assert.Equal(before + 1, _store.Writes);
    }

    [Fact]
    public async Task A_write_that_says_nothing_is_not_tried_again()
    {
        _store.LosesRace = () => true;

        Assert.Equal(FailureCode.CodeRejected, (await _bench.JudgeAsync("123456")).Failure?.Code);
    }

    [Fact]
    public async Task A_write_that_says_nothing_changes_nothing_that_matters()
    {
        var code = (await _bench.IssueAsync()).Value!.Code;
        for (var count = 0; count < 10; count++)
            Assert.False(await _bench.VerifyAsync(code, use: new("other")));

        Assert.True(await _bench.VerifyAsync(code));
    }

    // A code that is refused in this state.
    private async Task<string> BringAboutAsync(string state)
    {
        if (state == "never sent")
            return "123456";

        var code = (await _bench.IssueAsync(policy: CodeBench.Usual with { MaxFailures = state == "dead" ? 1 : 20 })).Value!.Code;
        var wrong = CodeBench.WrongFor(code);
        switch (state)
        {
            case "used":
                Assert.True(await _bench.VerifyAsync(code));
                return code;
            case "replaced":
                await _bench.IssueAsync(custom: wrong);
                return code;
            case "expired":
                _bench.Clock.Advance(CodeBench.Usual.Lifetime);
                return code;
            case "dead":
                Assert.False(await _bench.VerifyAsync(wrong));
                return code;
            case "locked":
                for (var count = 0; count < 3; count++)
                    Assert.False(await _bench.VerifyAsync(wrong));
                return code;
            case "of another use":
                await _bench.IssueAsync("13612345679", use: new("other"));
                return wrong;
            default:
                return wrong;
        }
    }
}
