using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

public sealed class VerifyTests
{
    private readonly CodeBench _bench = new(new MemoryRecipientStore());

    [Fact]
    public async Task A_right_code_is_accepted_once()
    {
        var code = await SendAsync();

        Assert.True(await _bench.VerifyAsync(code));
        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_code_is_good_until_the_last_millisecond_of_its_life_and_not_after()
    {
        var code = await SendAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.True(await _bench.VerifyAsync(code));

        code = await SendAsync();
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));
        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task The_last_permitted_try_with_the_right_code_succeeds()
    {
        var code = await SendAsync();
        for (var i = 0; i < 4; i++)
        {
            Assert.False(await _bench.VerifyAsync(CodeBench.WrongFor(code)));
        }

        Assert.True(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task The_wrong_try_that_reaches_the_limit_kills_the_code()
    {
        var code = await SendAsync();
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await _bench.VerifyAsync(CodeBench.WrongFor(code)));
        }

        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_code_is_nothing_to_another_application_dialect_template_or_spelling()
    {
        var code = (await _bench.IssueAsync("a+1@example.com", use: new CodeUse("d", "A", "1"))).Value!.Code;

        Assert.False(await _bench.VerifyAsync(code, "a+1@example.com", new CodeUse("d", "B", "1")));
        Assert.False(await _bench.VerifyAsync(code, "a+1@example.com", new CodeUse("e", "A", "1")));
        Assert.False(await _bench.VerifyAsync(code, "a+1@example.com", new CodeUse("d", "A", "2")));
        Assert.False(await _bench.VerifyAsync(code, "a+2@example.com", new CodeUse("d", "A", "1")));
        Assert.True(await _bench.VerifyAsync(code, "a+1@example.com", new CodeUse("d", "A", "1")));
    }

    [Fact]
    public async Task Two_spellings_of_a_mailbox_have_a_code_each_and_guesses_at_one_leave_the_other_alone()
    {
        var one = (await _bench.IssueAsync("a+1@example.com", custom: "first1")).Value!.Code;
        var two = (await _bench.IssueAsync("a+2@example.com", custom: "second")).Value!.Code;
        for (var i = 0; i < 5; i++)
        {
            Assert.False(await _bench.VerifyAsync("wrong", "a+2@example.com"));
        }

        Assert.False(await _bench.VerifyAsync(two, "a+2@example.com"));
        Assert.True(await _bench.VerifyAsync(one, "a+1@example.com"));
    }

    [Fact]
    public async Task A_phone_verifies_in_any_of_its_spellings()
    {
        var code = (await _bench.IssueAsync("136 1234 5678")).Value!.Code;

        Assert.True(await _bench.VerifyAsync(code, "+8613612345678"));
    }

    [Fact]
    public async Task New_codes_do_not_buy_new_guesses_beyond_the_recipients_limit()
    {
        var bench = new CodeBench(
            new MemoryRecipientStore(), new RecipientLimits { SendsPerHour = 100, SendsPerDay = 100, FailuresPerDay = 7 });
        var code = "";
        for (var i = 0; i < 7; i++)
        {
            code = (await bench.IssueAsync(use: new CodeUse("test", $"{i % 3}"))).Value!.Code;
            Assert.False(await bench.VerifyAsync(CodeBench.WrongFor(code), use: new CodeUse("test", $"{i % 3}")));
        }

        Assert.False(await bench.VerifyAsync(code, use: new CodeUse("test", "0")));
        bench.Clock.Advance(TimeSpan.FromHours(24) - TimeSpan.FromMilliseconds(1));
        code = (await bench.IssueAsync()).Value!.Code;
        Assert.False(await bench.VerifyAsync(code));
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True(await bench.VerifyAsync(code));
    }

    [Fact]
    public async Task One_failure_below_the_recipients_limit_is_still_judged()
    {
        var bench = new CodeBench(new MemoryRecipientStore(), new RecipientLimits { FailuresPerDay = 3 });
        var code = (await bench.IssueAsync()).Value!.Code;
        await bench.VerifyAsync(CodeBench.WrongFor(code));
        await bench.VerifyAsync(CodeBench.WrongFor(code));

        Assert.True(await bench.VerifyAsync(code));
    }

    [Fact]
    public async Task What_cannot_be_judged_is_not_counted()
    {
        var bench = new CodeBench(new MemoryRecipientStore(), new RecipientLimits { FailuresPerDay = 3 });
        for (var guess = 0; guess < 10; guess++)
            Assert.False(await bench.VerifyAsync("123456"));

        Assert.True(await bench.VerifyAsync((await bench.IssueAsync()).Value!.Code));
    }

    [Fact]
    public async Task A_refused_caller_is_the_answer_and_the_try_is_not_counted()
    {
        var code = await SendAsync();
        for (var i = 0; i < 10; i++)
        {
            var refused = await _bench.Verifier.VerifyAsync<string>(
                new VerifyCommand(CodeBench.To("13612345678"), CodeBench.Use, "000000"),
                Task.FromResult<Result<string>>(new Failure(FailureCode.ApplicationSecretWrong)),
                CancellationToken.None);
            Assert.Equal(FailureCode.ApplicationSecretWrong, refused.Failure?.Code);
        }

        Assert.True(await _bench.VerifyAsync(code));
    }

    private async Task<string> SendAsync() => (await _bench.IssueAsync()).Value!.Code;
}
