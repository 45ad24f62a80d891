using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Limits;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Codes;

/// <summary>A refused send says which window it is that waits longest.</summary>
public sealed class TooOftenWindowTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Seconds = TimeSpan.FromSeconds(30);

    private static readonly CodePolicy Policy = new()
    {
        Lifetime = TimeSpan.FromMinutes(5),
        MaxFailures = 5,
        Windows = [new(1, Seconds), new(3, Hour)],
    };

    [Fact]
    public async Task Of_the_dialects_own_windows_it_is_the_one_that_opens_last()
    {
        var bench = new CodeBench(new MemoryRecipientStore());
        await bench.IssueAsync(policy: Policy);
        Assert.Equal(TooOften(Seconds, Seconds), (await bench.IssueAsync(policy: Policy)).Failure);

        for (var send = 0; send < 2; send++)
        {
            bench.Clock.Advance(Seconds);
            Assert.True((await bench.IssueAsync(policy: Policy)).Succeeded);
        }

        Assert.Equal(TooOften(Hour - 2 * Seconds, Hour), (await bench.IssueAsync(policy: Policy)).Failure);
        bench.Clock.Advance(Hour - 3 * Seconds + TimeSpan.FromSeconds(15));
        Assert.Equal(TooOften(TimeSpan.FromSeconds(15), Hour), (await bench.IssueAsync(policy: Policy)).Failure);
    }

    [Theory]
    [InlineData(1, 100, 1)]
    [InlineData(100, 1, 24)]
    [InlineData(1, 1, 24)]
    public async Task Of_the_recipients_own_limits_it_is_the_one_that_opens_last(int perHour, int perDay, int hours)
    {
        var limits = new RecipientLimits { SendsPerHour = perHour, SendsPerDay = perDay };
        var bench = new CodeBench(new MemoryRecipientStore(), limits);
        await bench.IssueAsync(policy: Policy);

        var refused = (await bench.IssueAsync(policy: Policy)).Failure;

        Assert.Equal(TooOften(TimeSpan.FromHours(hours), TimeSpan.FromHours(hours)), refused);
    }

    [Fact]
    public async Task A_longer_window_that_opens_sooner_is_not_named()
    {
        var limits = new RecipientLimits { SendsPerHour = 1, SendsPerDay = 100 };
        var bench = new CodeBench(new MemoryRecipientStore(), limits);
        var policy = Policy with { Windows = [new(1, TimeSpan.FromMinutes(90))] };
        await bench.IssueAsync(policy: policy);

        Assert.Equal(
            TooOften(TimeSpan.FromMinutes(90), TimeSpan.FromMinutes(90)), (await bench.IssueAsync(policy: policy)).Failure);
        bench.Clock.Advance(Hour);
        Assert.Equal(
            TooOften(TimeSpan.FromMinutes(30), TimeSpan.FromMinutes(90)), (await bench.IssueAsync(policy: policy)).Failure);
    }

    private static Failure TooOften(TimeSpan wait, TimeSpan window) =>
        new(FailureCode.TooOften, wait) { Window = window };
}
