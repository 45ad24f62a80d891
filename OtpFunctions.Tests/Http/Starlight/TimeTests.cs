using System.Globalization;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Starlight;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>What the dialect does as time passes, at both sides of each limit.</summary>
public sealed class TimeTests
{
    private static readonly TimeSpan Milli = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan ReuseAge = TimeSpan.FromMinutes(3);

    [Theory]
    [InlineData(DeliveryChannel.Email)]
    [InlineData(DeliveryChannel.Sms)]
    public async Task A_code_is_answered_again_until_three_minutes_have_passed(DeliveryChannel channel)
    {
        var bench = await StarlightBench.NewAsync(channel);
        var first = await bench.GetAsync();
        Assert.True(first.Sent);

        bench.Clock.Advance(ReuseAge - Milli);
        Assert.Equal((first.Code, false), await bench.GetAsync());
        Assert.True(await bench.IsRightAsync(first.Code));

        bench.Clock.Advance(Milli);
        var second = await bench.GetAsync();
        Assert.True(second.Sent);
        Assert.NotEqual(first.Code, second.Code);
        Assert.False(await bench.IsRightAsync(first.Code));
        Assert.True(await bench.IsRightAsync(second.Code));
    }

    [Theory]
    [InlineData(DeliveryChannel.Email)]
    [InlineData(DeliveryChannel.Sms)]
    public async Task A_repeated_answer_does_not_make_a_code_live_longer(DeliveryChannel channel)
    {
        var bench = await StarlightBench.NewAsync(channel);
        var (code, _) = await bench.GetAsync();
        bench.Clock.Advance(ReuseAge - Milli);
        await bench.GetAsync();

        bench.Clock.Advance(TimeSpan.FromMinutes(10) - ReuseAge);
        Assert.True(await bench.IsRightAsync(code));
        bench.Clock.Advance(Milli);
        Assert.False(await bench.IsRightAsync(code));
    }

    [Theory]
    [InlineData("Asia/Shanghai", "2026-01-05T16:00:00Z", "2026-01-06T16:00:00Z")]
    [InlineData("America/New_York", "2026-03-08T05:00:00Z", "2026-03-09T04:00:00Z")] // 23 hours
    [InlineData("America/New_York", "2026-11-01T04:00:00Z", "2026-11-02T05:00:00Z")] // 25 hours
    public async Task The_sixth_SMS_code_stands_until_midnight_and_the_next_day_has_six_again(
        string zone, string begins, string ends)
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Sms, new() { TimeZone = zone });
        bench.Clock.Set(At(begins));
        var sixth = await SendAsync(bench, 6);

        bench.Clock.Advance(ReuseAge);
        Assert.Equal((sixth, false), await bench.GetAsync());
        bench.Clock.Set(At(ends) - Milli);
        Assert.Equal((sixth, false), await bench.GetAsync());
        Assert.True(await bench.IsRightAsync(sixth));

        bench.Clock.Advance(Milli);
        Assert.False(await bench.IsRightAsync(sixth));
        await SendAsync(bench, 6);
        bench.Clock.Advance(ReuseAge);
        Assert.False((await bench.GetAsync()).Sent);
    }

    [Fact]
    public async Task The_day_is_that_of_Shanghai_unless_set()
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Sms);
        bench.Clock.Set(At("2026-01-05T15:00:00Z"));
        var sixth = await SendAsync(bench, 6);

        bench.Clock.Set(At("2026-01-05T15:59:59.999Z"));
        Assert.Equal((sixth, false), await bench.GetAsync());
        bench.Clock.Set(At("2026-01-05T16:00:00Z"));
        Assert.True((await bench.GetAsync()).Sent);
    }

    [Fact]
    public async Task The_fifth_SMS_code_is_new_and_so_is_the_sixth()
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Sms);
        var fifth = await SendAsync(bench, 5);

        bench.Clock.Advance(ReuseAge);
        var sixth = await bench.GetAsync();

        Assert.True(sixth.Sent);
        Assert.NotEqual(fifth, sixth.Code);
        Assert.Equal(6, bench.Channel.Sent.Count);
    }

    [Fact]
    public async Task A_sixth_SMS_code_killed_by_wrong_tries_leaves_the_day_without_codes()
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Sms, new() { MaxFailures = 1 });
        await SendAsync(bench, 6);
        Assert.False(await bench.IsRightAsync("wrong"));

        var refused = await bench.AskAsync(10502);

        Assert.Equal("发送次数已达到上限", refused.GetProperty("info").GetString());
        Assert.Equal(6, bench.Channel.Sent.Count);
    }

    [Fact]
    public async Task E_mail_has_no_day_limit()
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Email);

        await SendAsync(bench, 12);

        Assert.Equal(12, bench.Channel.Sent.Count);
    }

    [Fact]
    public async Task The_twenty_first_call_of_a_minute_is_1111_until_the_first_is_a_minute_old()
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Email);
        for (var call = 0; call < 20; call++)
            await bench.AskAsync(200);

        bench.Clock.Advance(TimeSpan.FromMinutes(1) - Milli);
        await bench.AskAsync(1111);
        bench.Clock.Advance(Milli);
        await bench.AskAsync(200);
    }

    [Theory]
    [InlineData(3)]
    [InlineData(20)]
    public async Task CodeMinutes_is_how_long_a_code_is_good(int minutes)
    {
        var bench = await StarlightBench.NewAsync(DeliveryChannel.Email, new StarlightOptions { CodeMinutes = minutes });
        var (code, _) = await bench.GetAsync();

        bench.Clock.Advance(TimeSpan.FromMinutes(minutes) - Milli);
        Assert.True(await bench.IsRightAsync(code));
        bench.Clock.Advance(Milli);
        Assert.False(await bench.IsRightAsync(code));
    }

    // Real sends, one as soon as the one before is too old to be repeated; the last code.
    private static async Task<string> SendAsync(StarlightBench bench, int times)
    {
        var code = "";
        for (var send = 0; send < times; send++)
        {
            if (send > 0)
                bench.Clock.Advance(ReuseAge);

            (code, var sent) = await bench.GetAsync();
            Assert.True(sent, $"Send {send + 1} was none.");
        }

        return code;
    }

    private static DateTimeOffset At(string time) => DateTimeOffset.Parse(time, CultureInfo.InvariantCulture);
}
