using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>A day whose last code is answered until the day ends.</summary>
public sealed class RepeatedDayTests
{
    private static readonly TimeSpan Milli = TimeSpan.FromMilliseconds(1);
    private readonly CodeBench _bench = new(new MemoryRecipientStore());

    [Theory]
    [InlineData("Asia/Shanghai", "2026-01-05T16:00:00Z", "2026-01-06T16:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")] // 23 hours
    [InlineData("America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")] // 25 hours
    public async Task The_sixth_code_is_answered_and_good_until_midnight_and_the_next_day_begins_anew(
        string zone, string begins, string ends)
    {
        var policy = Policy(zone);
        _bench.Clock.Set(DateTimeOffset.Parse(begins, System.Globalization.CultureInfo.InvariantCulture));
        var sixth = await SendAsync(policy, 6);
        _bench.Clock.Set(DateTimeOffset.Parse(ends, System.Globalization.CultureInfo.InvariantCulture) - Milli);

        var seventh = (await _bench.IssueAsync(policy: policy)).Value!;
        Assert.Equal((sixth.Code, false), (seventh.Code, seventh.Sent));
        Assert.True((await _bench.Verifier.VerifyAsync<string>(
            new VerifyCommand(CodeBench.To("13612345678"), CodeBench.Use, sixth.Code, KeepsCode: true),
            Task.FromResult<Result<string>>("caller"),
            default)).Succeeded);
        Assert.Equal(6, _bench.Channel.Sent.Count);

        _bench.Clock.Advance(Milli);
        Assert.False(await _bench.VerifyAsync(sixth.Code));
        Assert.True((await _bench.IssueAsync(policy: policy)).Value!.Sent);
    }

    [Fact]
    public async Task The_fifth_code_has_an_ordinary_life_and_the_sixth_is_a_new_one()
    {
        var policy = Policy("Asia/Shanghai") with { Length = 8 };
        var fifth = await SendAsync(policy, 5);
        Assert.Equal(_bench.Clock.GetUtcNow() + TimeSpan.FromMinutes(10), fifth.ExpiresAt);
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var sixth = (await _bench.IssueAsync(policy: policy)).Value!;
        Assert.True(sixth.Sent);
        Assert.NotEqual(fifth.Code, sixth.Code);
    }

    [Fact]
    public async Task The_first_hour_of_a_day_of_25_hours_counts_in_its_last()
    {
        var policy = Policy("America/New_York");
        _bench.Clock.Set(new DateTimeOffset(2026, 11, 1, 4, 0, 0, TimeSpan.Zero));
        await SendAsync(policy, 5);
        _bench.Clock.Set(new DateTimeOffset(2026, 11, 2, 4, 30, 0, TimeSpan.Zero));
        var sixth = await SendAsync(policy, 1);
        _bench.Clock.Advance(TimeSpan.FromMinutes(3));

        var seventh = (await _bench.IssueAsync(policy: policy)).Value!;

        Assert.Equal((sixth.Code, false), (seventh.Code, seventh.Sent));
    }

    [Fact]
    public async Task A_last_code_sent_just_before_midnight_lives_out_its_ordinary_life()
    {
        var policy = Policy("Asia/Shanghai");
        _bench.Clock.Set(new DateTimeOffset(2026, 1, 5, 15, 40, 0, TimeSpan.Zero));
        var sixth = await SendAsync(policy, 6);

        Assert.Equal(new DateTimeOffset(2026, 1, 5, 16, 5, 0, TimeSpan.Zero), sixth.ExpiresAt);
    }

    [Fact]
    public async Task A_last_code_killed_by_wrong_tries_leaves_the_day_full()
    {
        var policy = Policy("Asia/Shanghai");
        await SendAsync(policy, 6);
        for (var i = 0; i < 5; i++)
        {
            await _bench.VerifyAsync("wrong");
        }

        Assert.Equal(FailureCode.DayLimitReached, (await _bench.IssueAsync(policy: policy)).Failure?.Code);
    }

    [Fact]
    public async Task A_code_that_is_kept_can_be_checked_again_and_wrong_tries_still_kill_it()
    {
        var code = (await _bench.IssueAsync()).Value!.Code;
        var keep = new VerifyCommand(CodeBench.To("13612345678"), CodeBench.Use, code, KeepsCode: true);
        for (var i = 0; i < 3; i++)
        {
            Assert.True((await _bench.Verifier.VerifyAsync<string>(keep, Task.FromResult<Result<string>>("x"), default)).Succeeded);
        }

        for (var i = 0; i < 5; i++)
        {
            await _bench.Verifier.VerifyAsync<string>(keep with { Code = "wrong" }, Task.FromResult<Result<string>>("x"), default);
        }

        Assert.False((await _bench.Verifier.VerifyAsync<string>(keep, Task.FromResult<Result<string>>("x"), default)).Succeeded);
    }

    private static CodePolicy Policy(string zone) => new()
    {
        Lifetime = TimeSpan.FromMinutes(10),
        MaxFailures = 5,
        Reuse = Reuse.Within(TimeSpan.FromMinutes(3)),
        DayLimit = new DayLimit(6, TimeZoneInfo.FindSystemTimeZoneById(zone), RepeatsLast: true),
    };

    private async Task<IssuedCode> SendAsync(CodePolicy policy, int times)
    {
        IssuedCode issued = null!;
        for (var i = 0; i < times; i++)
        {
            if (i > 0)
            {
                _bench.Clock.Advance(TimeSpan.FromMinutes(3));
            }

            issued = (await _bench.IssueAsync(policy: policy)).Value!;
            Assert.True(issued.Sent);
        }

        return issued;
    }
}
