using OtpFunctions.Core.Delivery;
using OtpFunctions.Fresns;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Fresns;

/// <summary>Both sides of every limit in time.</summary>
public sealed class TimeTests
{
    private const string Email = "someone@example.com";
    private const string Mobile = "13612345678";
    private static readonly TimeSpan Instant = TimeSpan.FromMilliseconds(1);
    private static readonly TimeSpan Minute = TimeSpan.FromMinutes(1);
    private static readonly FresnsAnswer Ok = new(0);

    [Theory]
    [InlineData(Email)]
    [InlineData(Mobile)]
    public async Task One_goes_out_in_a_minute_whatever_the_template(string account)
    {
        var bench = await FresnsBench.NewAsync();
        Assert.Equal(Ok, await bench.SendAsync(account, templateId: 7));

        Assert.Equal(new(33201, "60"), await bench.SendAsync(account, templateId: 2));
        bench.Clock.Advance(Minute - Instant);
        Assert.Equal(new(33201, "1"), await bench.SendAsync(account, templateId: 2));
        bench.Clock.Advance(Instant);
        Assert.Equal(Ok, await bench.SendAsync(account, templateId: 2));
        Assert.Equal(2, bench.Channel.Sent.Count);
    }

    [Fact]
    public async Task Five_go_out_in_ten_minutes()
    {
        var bench = await FresnsBench.NewAsync();
        for (var sent = 0; sent < 5; sent++)
        {
            Assert.Equal(Ok, await bench.SendAsync(Mobile));
            bench.Clock.Advance(Minute);
        }

        Assert.Equal(new(33201, "300"), await bench.SendAsync(Mobile));
        bench.Clock.Advance(5 * Minute - Instant);
        Assert.Equal(new(33201, "1"), await bench.SendAsync(Mobile));
        bench.Clock.Advance(Instant);
        Assert.Equal(Ok, await bench.SendAsync(Mobile));
        Assert.Equal(6, bench.Channel.Sent.Count);
    }

    [Theory]
    [InlineData(Email, 5)]
    [InlineData(Mobile, 10)]
    public async Task A_code_is_good_until_its_minutes_are_over(string account, int minutes)
    {
        foreach (var (age, code) in new[] { (minutes * Minute - Instant, 0), (minutes * Minute, 33203) })
        {
            var bench = await FresnsBench.NewAsync();
            Assert.Equal(Ok, await bench.SendAsync(account));

            bench.Clock.Advance(age);
            Assert.Equal(code, (await bench.CheckAsync(account, bench.Code)).Code);
        }
    }

    [Fact]
    public async Task A_session_is_good_until_it_expires()
    {
        var bench = await FresnsBench.NewAsync();
        await bench.Directory.CreateAsync("alice", Users.Email(Email), null, default);
        var session = (await bench.Sessions.OpenAsync("alice", "10001", 60 * Minute, default)).Value!;
        (string Name, string Value)[] headers =
        [
            ("X-Fresns-Aid", "alice"), ("X-Fresns-Aid-Token", session.AccountToken),
            ("X-Fresns-Uid", "10001"), ("X-Fresns-Uid-Token", session.UserToken!),
        ];

        bench.Clock.Advance(60 * Minute - Instant);
        Assert.Equal(Ok, await bench.SendAsync("ignored@example.org", useType: 4, headers: headers));
        Assert.Equal(Email, bench.Channel.Sent.Single().To.Delivery);
        bench.Clock.Advance(Instant);
        Assert.Equal(new(31503), await bench.SendAsync("ignored@example.org", useType: 4, headers: headers));
    }

    [Theory]
    [InlineData(DeliveryOutcome.Unavailable)]
    [InlineData(DeliveryOutcome.RecipientRefused)]
    public async Task What_was_not_delivered_leaves_the_minute_free_and_the_earlier_code_good(DeliveryOutcome outcome)
    {
        var bench = await FresnsBench.NewAsync();
        Assert.Equal(Ok, await bench.SendAsync(Mobile));
        var earlier = bench.Code;
        bench.Clock.Advance(Minute);

        bench.Channel.Answer = _ => Task.FromResult(outcome);
        Assert.Equal(new(32302), await bench.SendAsync(Mobile));
        Assert.Equal(0, (await bench.CheckAsync(Mobile, earlier)).Code);
        bench.Channel.Answer = _ => Task.FromResult(DeliveryOutcome.Accepted);
        Assert.Equal(Ok, await bench.SendAsync(Mobile));
    }

    [Fact]
    public async Task A_network_has_its_calls_of_a_minute_whatever_they_are_answered()
    {
        var bench = await FresnsBench.NewAsync(new FresnsOptions { CallsPerMinute = 3 });
        Assert.Equal(new(34301), await bench.SendAsync(Email, useType: 2));
        Assert.Equal(new(34101), await bench.SendAsync("nobody@", useType: 5));
        Assert.Equal(new(31501), await bench.SendAsync(Email, useType: 4));

        Assert.Equal(new(33201, "60"), await bench.SendAsync(Email, useType: 2));
        bench.Clock.Advance(Minute - Instant);
        Assert.Equal(new(33201, "1"), await bench.SendAsync(Email, useType: 2));
        bench.Clock.Advance(Instant);
        Assert.Equal(new(34301), await bench.SendAsync(Email, useType: 2));
    }

    [Theory]
    [InlineData(4, 0)]
    [InlineData(5, 33203)]
    public async Task The_fifth_wrong_guess_kills_a_code(int wrong, int then)
    {
        var bench = await FresnsBench.NewAsync();
        await bench.SendAsync(Email);
        for (var guess = 0; guess < wrong; guess++)
        {
            Assert.Equal(new(33203), await bench.CheckAsync(Email, CodeBench.WrongFor(bench.Code)));
        }

        Assert.Equal(new(then), await bench.CheckAsync(Email, bench.Code));
    }
}
