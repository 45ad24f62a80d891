using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

public sealed class GiveBackTests
{
    private static readonly CodePolicy OneAMinute = new()
    {
        Lifetime = TimeSpan.FromMinutes(10),
        MaxFailures = 5,
        Windows = [new(1, TimeSpan.FromMinutes(1))],
    };

    private static readonly CodePolicy Reusing = OneAMinute with { Windows = [], Reuse = Reuse.WhileValid };

    private readonly CodeBench _bench = new(new MemoryRecipientStore());

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable, FailureCode.DeliveryFailed)]
    [InlineData(DeliveryOutcome.Misconfigured, FailureCode.DeliveryFailed)]
    [InlineData(DeliveryOutcome.Throttled, FailureCode.DeliveryFailed)]
    [InlineData(DeliveryOutcome.RecipientRefused, FailureCode.RecipientRefused)]
    public async Task A_failed_delivery_gives_the_slot_back_and_its_code_is_dead(DeliveryOutcome outcome, FailureCode expected)
    {
        _bench.Channel.Answer = _ => Task.FromResult(outcome);
        Assert.Equal(expected, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);
        var undelivered = Assert.Single(_bench.Channel.Sent).Code;

        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
        Assert.False(await _bench.VerifyAsync(undelivered));
        Assert.True((await _bench.IssueAsync(policy: OneAMinute)).Succeeded);
        Assert.Equal(FailureCode.TooOften, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);
    }

    [Fact]
    public async Task A_provider_that_throws_gives_the_slot_back()
    {
        _bench.Channel.Answer = _ => throw new InvalidOperationException("The provider's client broke");

        Assert.Equal(FailureCode.DeliveryFailed, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
        Assert.True((await _bench.IssueAsync(policy: OneAMinute)).Succeeded);
    }

    [Fact]
    public async Task The_code_that_was_to_be_replaced_is_good_again()
    {
        var first = (await _bench.IssueAsync(policy: OneAMinute with { Windows = [] })).Value!.Code;
        await _bench.VerifyAsync(CodeBench.WrongFor(first));
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Unavailable);
        await _bench.IssueAsync(policy: OneAMinute with { Windows = [] });

        Assert.True(await _bench.VerifyAsync(first));
    }

    [Fact]
    public async Task A_failed_resend_takes_back_the_renewed_expiry_and_keeps_guesses_made_meanwhile()
    {
        var code = (await _bench.IssueAsync(policy: Reusing)).Value!.Code;
        _bench.Clock.Advance(TimeSpan.FromMinutes(9));
        _bench.Channel.Answer = async _ =>
        {
            for (var i = 0; i < 4; i++)
            {
                await _bench.VerifyAsync(CodeBench.WrongFor(code));
            }

            return DeliveryOutcome.Unavailable;
        };
        await _bench.IssueAsync(policy: Reusing);

        Assert.False(await _bench.VerifyAsync(CodeBench.WrongFor(code)));
        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_failed_resend_takes_back_its_higher_limit_too()
    {
        var code = (await _bench.IssueAsync(policy: Reusing with { MaxFailures = 2 })).Value!.Code;
        _bench.Channel.Answer = async _ =>
        {
            await _bench.VerifyAsync(CodeBench.WrongFor(code));
            await _bench.VerifyAsync(CodeBench.WrongFor(code));
            return DeliveryOutcome.Unavailable;
        };
        await _bench.IssueAsync(policy: Reusing);

        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_failed_resend_leaves_the_old_expiry()
    {
        var code = (await _bench.IssueAsync(policy: Reusing)).Value!.Code;
        _bench.Clock.Advance(TimeSpan.FromMinutes(9));
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Unavailable);
        await _bench.IssueAsync(policy: Reusing);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));

        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_code_used_while_its_resend_failed_stays_used()
    {
        var code = (await _bench.IssueAsync(policy: Reusing)).Value!.Code;
        _bench.Channel.Answer = async _ =>
        {
            Assert.True(await _bench.VerifyAsync(code));
            return DeliveryOutcome.Unavailable;
        };
        await _bench.IssueAsync(policy: Reusing);

        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_code_issued_meanwhile_by_another_call_is_left_alone()
    {
        var newer = "";
        _bench.Channel.Answer = async _ =>
        {
            _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
            newer = (await _bench.IssueAsync(policy: OneAMinute with { Windows = [] })).Value!.Code;
            return DeliveryOutcome.Unavailable;
        };
        await _bench.IssueAsync(policy: OneAMinute with { Windows = [] });

        Assert.True(await _bench.VerifyAsync(newer));
    }

    [Fact]
    public async Task What_was_not_answered_may_arrive_so_its_send_counts_and_its_code_is_good()
    {
        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.TimedOut);
        Assert.Equal(FailureCode.DeliveryTimedOut, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);

        _bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
        Assert.Equal(FailureCode.TooOften, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);
        Assert.True(await _bench.VerifyAsync(Assert.Single(_bench.Channel.Sent).Code));
    }

    [Fact]
    public async Task A_caller_whose_deadline_passed_is_told_and_what_may_have_gone_out_counts()
    {
        using var deadline = new CancellationTokenSource();
        _bench.Channel.Answer = async _ =>
        {
            await deadline.CancelAsync();
            throw new OperationCanceledException(deadline.Token);
        };

        var issued = await _bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To("13612345678"), CodeBench.Use),
            Task.FromResult<Result<CodePolicy>>(OneAMinute),
            deadline.Token);
        Assert.Equal(FailureCode.DeliveryTimedOut, issued.Failure?.Code);
        Assert.Equal(FailureCode.TooOften, (await _bench.IssueAsync(policy: OneAMinute)).Failure?.Code);
    }

    [Fact]
    public async Task Past_the_deadline_nobody_waits_for_the_slot_to_go_back_and_it_goes_back_all_the_same()
    {
        using var deadline = new CancellationTokenSource();
        var (reached, stall) = (new TaskCompletionSource(), new TaskCompletionSource());
        var store = new MemoryRecipientStore
        {
            AfterLostAnswer = () =>
            {
                reached.TrySetResult();
                return stall.Task;
            },
        };
        var bench = new CodeBench(store);
        bench.Channel.Answer = _ =>
        {
            store.LosesAnswer = () => true;
            return Task.FromResult(DeliveryOutcome.Unavailable);
        };
        var issuing = bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To("13612345678"), CodeBench.Use),
            Task.FromResult<Result<CodePolicy>>(OneAMinute),
            deadline.Token);
        await reached.Task.WaitAsync(TimeSpan.FromSeconds(30));
        await deadline.CancelAsync();

        var issued = await issuing.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Equal(FailureCode.DeliveryFailed, issued.Failure?.Code);
        store.LosesAnswer = () => false;
        stall.SetResult();
        bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
        Assert.True((await bench.IssueAsync(policy: OneAMinute)).Succeeded);
    }

    [Fact]
    public async Task When_the_provider_wants_to_be_asked_again_is_told()
    {
        var again = TimeSpan.FromSeconds(40);
        _bench.Channel.Full = _ => new(DeliveryOutcome.Throttled) { RetryAfter = again };

        Assert.Equal(new Failure(FailureCode.DeliveryFailed, again), (await _bench.IssueAsync(policy: OneAMinute)).Failure);
    }
}
