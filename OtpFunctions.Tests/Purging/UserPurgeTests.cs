using Azure.Data.Tables;
using OtpFunctions.Core.Purging;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Purging;

/// <summary>The table of users, of which a run searches a part: their sessions go, and nothing else.</summary>
public sealed class UserPurgeTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Expired_sessions_go_and_live_ones_and_users_stay()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Users.Email("alice@example.com"), Users.Phone(1), default);
        await users.Sessions.OpenAsync("alice", "7", Hour, default);
        await users.Sessions.OpenAsync("alice", null, Hour, default);
        var live = (await users.Sessions.OpenAsync("alice", null, Hour * 2, default)).Value!.AccountToken;
        users.Clock.Advance(Hour);

        Assert.Equal(2, (await PurgeAllAsync(users)).Sum(report => report.Deleted));

        Assert.True((await users.Sessions.FindAsync(live, "alice", default)).Succeeded);
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task The_sessions_of_a_deleted_user_go_when_they_have_expired()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", null, null, default);
        await users.Sessions.OpenAsync("alice", null, Hour, default);
        await users.Directory.DeleteAsync("alice", default);

        users.Clock.Advance(Hour - TimeSpan.FromMilliseconds(1));
        Assert.Equal(0, (await PurgeAllAsync(users)).Sum(report => report.Deleted));
        users.Clock.Advance(TimeSpan.FromMilliseconds(1));
        Assert.Equal(1, (await PurgeAllAsync(users)).Sum(report => report.Deleted));

        Assert.Empty(users.Tables.Users.Query<TableEntity>().ToList());
    }

    [Fact]
    public async Task No_user_and_no_claim_is_ever_purged()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", Users.Email("alice@example.com"), Users.Phone(1), default);
        users.Clock.Advance(TimeSpan.FromDays(36_500));

        Assert.All(await PurgeAllAsync(users), report => Assert.Equal(new PurgeReport(0, 0, 0, Finished: true), report));

        var rows = users.Tables.Users.Query<TableEntity>().Concat(users.Tables.Recipients.Query<TableEntity>()).ToList();
        Assert.Equal(3, rows.Count);
        Assert.All(rows, row => Assert.DoesNotContain(ExpiredRows.PurgeAfterColumn, row.Keys));
        await users.AssertSoundAsync();
    }

    [Fact]
    public async Task A_run_searches_one_part_and_each_has_its_turn()
    {
        var tables = await TestTables.NewAsync();
        var now = new ManualClock().GetUtcNow();
        await tables.Users.CreateIfNotExistsAsync();
        await Task.WhenAll(KeyRange.OfUsers.Select(range => tables.Users.AddEntityAsync(
            new TableEntity($"{range.From}0", "session-a") { [ExpiredRows.PurgeAfterColumn] = now })));

        foreach (var part in new[] { 0, 31, 63 })
        {
            Assert.Equal($"{KeyRange.OfUsers[part].From}0", await FindAsync(new ExpiredRows(tables, _ => part)));
        }

        var found = new HashSet<string>();
        for (var run = 0; run < 6; run++)
        {
            found.Add(await FindAsync(new ExpiredRows(tables)));
        }

        Assert.True(found.Count > 1);

        async Task<string> FindAsync(ExpiredRows rows) =>
            Assert.Single((await rows.FindAsync(now, default).ToListAsync()).SelectMany(page => page)).Partition;
    }

    // A run for each part that has a row.
    private static async Task<IReadOnlyList<PurgeReport>> PurgeAllAsync(Users users)
    {
        var parts = users.Tables.Users.Query<TableEntity>().Select(row => row.PartitionKey[0]).Distinct().ToList();
        var reports = new List<PurgeReport>();
        foreach (var first in parts)
        {
            var part = Enumerable.Range(0, KeyRange.OfUsers.Count).Single(one => KeyRange.OfUsers[one].From[0] == first);
            var rows = new ExpiredRows(users.Tables, _ => part);
            reports.Add(await new Purger(rows, users.Clock).RunAsync(TimeSpan.FromMinutes(1), default));
        }

        return reports;
    }
}
