using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

public sealed class IssueTests
{
    private static readonly CodePolicy TenMinutes = new() { Lifetime = TimeSpan.FromMinutes(10), MaxFailures = 5 };
    private readonly CodeBench _bench = new(new MemoryRecipientStore());

    [Fact]
    public async Task A_code_is_delivered_in_the_form_its_policy_asks_for()
    {
        var issued = await _bench.IssueAsync(policy: TenMinutes with { Length = 8, Alphabet = CodeAlphabet.DigitsAndLowercase });

        Assert.True(issued.Succeeded);
        Assert.Matches("^[2-9a-hjkmnp-z]{8}\\z", issued.Value.Code);
        var message = Assert.Single(_bench.Channel.Sent);
        Assert.Equal("+8613612345678", message.To.Delivery);
        Assert.Contains(issued.Value.Code, message.Text, StringComparison.Ordinal);
        Assert.Contains("10分钟", message.Text, StringComparison.Ordinal);
        Assert.DoesNotContain(issued.Value.Code, message.Subject, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Without_reuse_a_new_code_kills_the_one_before()
    {
        var first = await CodeOfAsync(TenMinutes);
        var second = await CodeOfAsync(TenMinutes);

        Assert.False(first != second && await _bench.VerifyAsync(first));
        Assert.True(await _bench.VerifyAsync(second));
    }

    [Fact]
    public async Task Reuse_while_valid_sends_the_same_code_again_and_renews_its_expiry()
    {
        var policy = TenMinutes with { Reuse = Reuse.WhileValid };
        var first = (await _bench.IssueAsync(policy: policy)).Value!;
        _bench.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        var second = (await _bench.IssueAsync(policy: policy)).Value!;

        Assert.Equal(first.Code, second.Code);
        Assert.True(second.Sent);
        Assert.Equal(2, _bench.Channel.Sent.Count);
        Assert.Equal(first.CreatedAt, second.CreatedAt);
        _bench.Clock.Advance(TimeSpan.FromMinutes(10) - TimeSpan.FromMilliseconds(1));
        Assert.True(await _bench.VerifyAsync(first.Code));
    }

    [Fact]
    public async Task Reuse_while_valid_ends_with_the_code()
    {
        var policy = TenMinutes with { Reuse = Reuse.WhileValid, Length = 8 };
        var first = await CodeOfAsync(policy);
        _bench.Clock.Advance(TimeSpan.FromMinutes(10));

        Assert.NotEqual(first, await CodeOfAsync(policy));
    }

    [Fact]
    public async Task Reuse_within_a_window_answers_the_code_without_sending_and_keeps_its_expiry()
    {
        var policy = TenMinutes with { Reuse = Reuse.Within(TimeSpan.FromMinutes(3)), Length = 8 };
        var first = (await _bench.IssueAsync(policy: policy)).Value!;
        _bench.Clock.Advance(TimeSpan.FromMinutes(3) - TimeSpan.FromMilliseconds(1));
        var inside = (await _bench.IssueAsync(policy: policy)).Value!;
        _bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        var outside = (await _bench.IssueAsync(policy: policy)).Value!;

        Assert.Equal((first.Code, false, first.ExpiresAt), (inside.Code, inside.Sent, inside.ExpiresAt));
        Assert.True(outside.Sent);
        Assert.NotEqual(first.Code, outside.Code);
        Assert.Equal(2, _bench.Channel.Sent.Count);
    }

    [Fact]
    public async Task Without_reuse_a_code_made_by_a_clock_ahead_of_this_one_is_replaced_too()
    {
        var policy = TenMinutes with { Length = 8 };
        var first = await CodeOfAsync(policy);
        _bench.Clock.Advance(TimeSpan.FromSeconds(-2));

        var second = (await _bench.IssueAsync(policy: policy)).Value!;
        Assert.True(second.Sent);
        Assert.NotEqual(first, second.Code);
    }

    [Fact]
    public async Task A_code_of_the_callers_own_is_always_new_even_with_reuse()
    {
        var policy = TenMinutes with { Reuse = Reuse.WhileValid };
        var first = await CodeOfAsync(policy);

        var own = (await _bench.IssueAsync(policy: policy, custom: "abcd1234")).Value!;

        Assert.Equal("abcd1234", own.Code);
        Assert.False(await _bench.VerifyAsync(first));
        Assert.True(await _bench.VerifyAsync("abcd1234"));
    }

    [Fact]
    public async Task A_resend_with_reuse_keeps_the_failure_count()
    {
        var policy = TenMinutes with { Reuse = Reuse.WhileValid };
        var code = await CodeOfAsync(policy);
        for (var i = 0; i < 4; i++)
        {
            Assert.False(await _bench.VerifyAsync(CodeBench.WrongFor(code)));
        }

        Assert.Equal(code, await CodeOfAsync(policy));
        Assert.False(await _bench.VerifyAsync(CodeBench.WrongFor(code)));
        Assert.False(await _bench.VerifyAsync(code));
    }

    [Fact]
    public async Task A_code_killed_by_failures_is_not_sent_again()
    {
        var policy = TenMinutes with { Reuse = Reuse.WhileValid, Length = 8 };
        var code = await CodeOfAsync(policy);
        for (var i = 0; i < 5; i++)
        {
            await _bench.VerifyAsync("wrong");
        }

        Assert.NotEqual(code, await CodeOfAsync(policy));
    }

    [Fact]
    public async Task A_code_that_the_key_ring_no_longer_opens_is_replaced_not_sent_again()
    {
        var store = new MemoryRecipientStore();
        var policy = TenMinutes with { Reuse = Reuse.WhileValid, Length = 8 };
        var before = new CodeBench(store);
        var first = (await before.IssueAsync(policy: policy)).Value!.Code;
        var after = new CodeBench(store, vault: CodeBench.NewVault("b"));

        Assert.NotEqual(first, (await after.IssueAsync(policy: policy)).Value!.Code);
    }

    [Fact]
    public async Task The_windows_of_a_policy_refuse_with_the_wait_and_deliver_nothing()
    {
        var policy = TenMinutes with { Windows = [new(1, TimeSpan.FromMinutes(1)), new(5, TimeSpan.FromMinutes(10))] };
        for (var i = 0; i < 5; i++)
        {
            Assert.True((await _bench.IssueAsync(policy: policy)).Succeeded);
            var refused = await _bench.IssueAsync(policy: policy);
            Assert.Equal(FailureCode.TooOften, refused.Failure?.Code);
            _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        }

        var sixth = await _bench.IssueAsync(policy: policy);
        Assert.Equal(TooOften(TimeSpan.FromMinutes(5), TimeSpan.FromMinutes(10)), sixth.Failure);
        Assert.Equal(5, _bench.Channel.Sent.Count);
        _bench.Clock.Advance(TimeSpan.FromMinutes(5));
        Assert.True((await _bench.IssueAsync(policy: policy)).Succeeded);
    }

    [Fact]
    public async Task A_dialects_window_counts_its_own_sends_the_recipients_limit_counts_all()
    {
        var bench = new CodeBench(new MemoryRecipientStore(), new RecipientLimits { SendsPerHour = 2 });
        var policy = TenMinutes with { Windows = [new(1, TimeSpan.FromMinutes(1))] };

        Assert.True((await bench.IssueAsync(policy: policy, use: new CodeUse("one"))).Succeeded);
        Assert.True((await bench.IssueAsync(policy: policy, use: new CodeUse("two"))).Succeeded);
        var third = await bench.IssueAsync(policy: policy, use: new CodeUse("three"));
        Assert.Equal(TooOften(TimeSpan.FromHours(1), TimeSpan.FromHours(1)), third.Failure);
        bench.Clock.Advance(TimeSpan.FromHours(1));
        Assert.True((await bench.IssueAsync(policy: policy, use: new CodeUse("three"))).Succeeded);
    }

    [Fact]
    public async Task The_recipients_daily_limit_slides_over_24_hours()
    {
        var bench = new CodeBench(new MemoryRecipientStore(), new RecipientLimits { SendsPerHour = 2, SendsPerDay = 2 });
        await bench.IssueAsync();
        bench.Clock.Advance(TimeSpan.FromHours(2));
        await bench.IssueAsync();
        bench.Clock.Advance(TimeSpan.FromHours(22) - TimeSpan.FromMilliseconds(1));

        Assert.Equal(TooOften(TimeSpan.FromMilliseconds(1), TimeSpan.FromDays(1)), (await bench.IssueAsync()).Failure);
        bench.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.True((await bench.IssueAsync()).Succeeded);
    }

    [Fact]
    public async Task A_full_day_is_said_before_a_cool_down_and_opens_at_midnight_of_its_zone()
    {
        var policy = TenMinutes with
        {
            DayLimit = new DayLimit(2, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai")),
            Windows = [new(2, TimeSpan.FromMinutes(1))],
        };
        _bench.Clock.Set(new DateTimeOffset(2026, 1, 5, 15, 59, 59, TimeSpan.Zero));
        await _bench.IssueAsync(policy: policy);
        await _bench.IssueAsync(policy: policy);

        var third = await _bench.IssueAsync(policy: policy);
        Assert.Equal(new Failure(FailureCode.DayLimitReached, TimeSpan.FromSeconds(1)), third.Failure);
        _bench.Clock.Advance(TimeSpan.FromSeconds(1));
        Assert.Equal(FailureCode.TooOften, (await _bench.IssueAsync(policy: policy)).Failure?.Code);
        _bench.Clock.Advance(TimeSpan.FromMinutes(1));
        Assert.True((await _bench.IssueAsync(policy: policy)).Succeeded);
    }

    [Fact]
    public async Task Spellings_of_one_mailbox_share_its_windows()
    {
        var policy = TenMinutes with { Windows = [new(1, TimeSpan.FromMinutes(1))] };

        Assert.True((await _bench.IssueAsync("a+1@example.com", policy)).Succeeded);
        Assert.Equal(FailureCode.TooOften, (await _bench.IssueAsync("A+2@Example.com", policy)).Failure?.Code);
    }

    [Fact]
    public async Task A_refused_policy_is_the_answer_and_nothing_is_written_or_sent()
    {
        var store = new MemoryRecipientStore();
        var bench = new CodeBench(store);

        var refused = await bench.Issuer.IssueAsync(
            new IssueCommand(CodeBench.To("13612345678"), CodeBench.Use),
            Task.FromResult<Result<CodePolicy>>(new Failure(FailureCode.ApplicationUnknown)),
            CancellationToken.None);

        Assert.Equal(FailureCode.ApplicationUnknown, refused.Failure?.Code);
        Assert.Equal(0, store.Writes);
        Assert.Empty(bench.Channel.Sent);
    }

    private async Task<string> CodeOfAsync(CodePolicy policy) => (await _bench.IssueAsync(policy: policy)).Value!.Code;

    private static Failure TooOften(TimeSpan wait, TimeSpan window) =>
        new(FailureCode.TooOften, wait) { Window = window };
}
