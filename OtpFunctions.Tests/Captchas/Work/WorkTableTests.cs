using Azure.Data.Tables;
using OtpFunctions.Core;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Captchas.Work;

/// <summary>Uses as they lie in the table, over instances that share nothing else.</summary>
public sealed class WorkTableTests
{
    private static readonly Failure Rejected = new(FailureCode.CodeRejected);

    [Fact]
    public async Task Of_50_parallel_redemptions_over_two_instances_one_succeeds()
    {
        var tables = await TestTables.NewAsync();
        var instances = new[] { New(tables), New(tables) };
        var challenge = instances[0].Issue().Challenge;
        var solution = WorkBench.Solve(challenge);

        var answers = await Task.WhenAll(
            Enumerable.Range(0, 50).Select(i => instances[i % 2].RedeemAsync(challenge, solution)));

        Assert.Single(answers, answer => answer is null);
        Assert.All(answers.Where(answer => answer is not null), answer => Assert.Equal(Rejected, answer));
        Assert.Single(tables.Captchas.Query<TableEntity>().ToList());
    }

    [Fact]
    public async Task Challenges_do_not_use_each_other_up()
    {
        var bench = New(await TestTables.NewAsync());

        for (var i = 0; i < 3; i++)
        {
            var challenge = bench.Issue().Challenge;
            Assert.Null(await bench.RedeemAsync(challenge, WorkBench.Solve(challenge)));
        }
    }

    [Fact]
    public async Task An_instance_whose_clock_is_hours_late_finds_it_used_after_purges_too()
    {
        var tables = await TestTables.NewAsync();
        var (prompt, late) = (New(tables), New(tables));
        var issued = prompt.Issue();
        var solution = WorkBench.Solve(issued.Challenge);
        Assert.Null(await prompt.RedeemAsync(issued.Challenge, solution));
        var purger = new Purger(new ExpiredRows(tables), prompt.Clock);

        prompt.Clock.Set(issued.ExpiresAt + TimeSpan.FromDays(1) - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, (await purger.RunAsync(TimeSpan.FromMinutes(1), default)).Deleted);
        Assert.Equal(Rejected, await late.RedeemAsync(issued.Challenge, solution));

        prompt.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await purger.RunAsync(TimeSpan.FromMinutes(1), default)).Deleted);
        Assert.Empty(tables.Captchas.Query<TableEntity>().ToList());
    }

    private static WorkBench New(Tables tables) => new(StateTables.Work(tables));
}
