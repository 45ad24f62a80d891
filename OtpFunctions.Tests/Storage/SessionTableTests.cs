using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Storage;

public sealed class SessionTableTests
{
    private static readonly string Owner = new('A', 43);
    private static readonly string Id = new('0', 32);
    private static readonly string OtherId = new('1', 32);

    [Fact]
    public async Task The_session_and_its_users_row_are_found_together_and_each_without_the_other()
    {
        var tables = await TestTables.NewAsync();
        var (sessions, users) = (new SessionTable(tables), new UserTable(tables));
        Assert.Equal(FoundSession.None, await sessions.FindAsync(Owner, Id, default));

        await sessions.TryAddAsync(Owner, NewRecord(Id), default);
        Assert.Equal((Id, null), await FindAsync(sessions, Owner, Id));
        await users.TryAddAsync(Owner, new User("alice", null, Users.Phone(1)), default);
        Assert.Equal((Id, "alice"), await FindAsync(sessions, Owner, Id));
        Assert.Equal((null, "alice"), await FindAsync(sessions, Owner, OtherId));
        Assert.Equal((null, null), await FindAsync(sessions, Owner[..42] + "B", Id));
    }

    [Fact]
    public async Task An_id_is_taken_once_and_a_session_made_anew_is_not_deleted()
    {
        var sessions = new SessionTable(await TestTables.NewAsync());
        Assert.True(await sessions.TryAddAsync(Owner, NewRecord(Id), default));
        Assert.False(await sessions.TryAddAsync(Owner, NewRecord(Id), default));
        var first = (await sessions.FindAsync(Owner, Id, default)).Session!.Version;
        Assert.True(await sessions.TryDeleteAsync(Owner, Id, first, default));

        await sessions.TryAddAsync(Owner, NewRecord(Id), default);

        Assert.False(await sessions.TryDeleteAsync(Owner, Id, first, default));
        Assert.Equal((Id, null), await FindAsync(sessions, Owner, Id));
    }

    [Fact]
    public async Task Who_asks_for_one_session_at_the_same_time_shares_requests()
    {
        var azurite = await Azurite.StartedAsync();
        await using var proxy = await CountingProxy.StartAsync(azurite.TableEndpoint);
        var tables = new Tables(
            new StorageOptions
            {
                ConnectionString = Azurite.ConnectionStringTo(proxy.Address),
                TablePrefix = TestTables.NewPrefix(),
            },
            new ManualClock());
        var sessions = new SessionTable(tables);
        await sessions.TryAddAsync(Owner, NewRecord(Id), default);
        await sessions.TryAddAsync(Owner, NewRecord(OtherId), default);

        var asked = await proxy.CountAsync(async () =>
        {
            var found = await Task.WhenAll(Enumerable.Range(0, 40).Select(nth => FindAsync(sessions, Owner, nth % 2 == 0 ? Id : OtherId)));
            Assert.All(found.Index(), one => Assert.Equal(one.Index % 2 == 0 ? Id : OtherId, one.Item.Id));
        });

        // Two read alone and one for all others, of each session; a slow machine may part the others once more.
        Assert.All(asked, request => Assert.Equal("GET sessions", request));
        Assert.InRange(asked.Count, 6, 12);
    }

    [Fact]
    public async Task What_is_no_id_asks_nobody()
    {
        var nowhere = new Tables(new StorageOptions { ConnectionString = Azurite.ConnectionStringAt(1) }, new ManualClock());

        Assert.Equal(FoundSession.None, await new SessionTable(nowhere).FindAsync(Owner, "x' or RowKey ne '", default));
    }

    private static async Task<(string? Id, string? User)> FindAsync(SessionTable sessions, string owner, string id)
    {
        var found = await sessions.FindAsync(owner, id, default);
        return (found.Session?.Value.Id, found.User?.Name);
    }

    private static SessionRecord NewRecord(string id) => new()
    {
        Id = id,
        UserName = "alice",
        Incarnation = "",
        ExpiresAt = DateTimeOffset.UnixEpoch,
        AccountHash = "hash",
    };
}
