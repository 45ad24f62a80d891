using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

/// <summary>Sessions of users that another system knows: their rows are in the tables, the users are not.</summary>
public sealed class SessionsElsewhereTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(10);
    private readonly OtherSystem _system = new();

    [Fact]
    public async Task It_is_the_other_systems_user_whoever_of_the_name_is_in_the_tables()
    {
        var (sessions, users) = await NewAsync();
        await users.Directory.CreateAsync("alice", null, Users.Phone(1), default);
        var token = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;

        Assert.Equal((Users.Phone(2), "alice"), await FindAsync());
        await users.Directory.DeleteAsync("alice", default);
        Assert.Equal((Users.Phone(2), "alice"), await FindAsync());
        await users.Directory.CreateAsync("alice", null, Users.Phone(1), default);
        _system.Answer = _ => Task.FromResult<User?>(null);
        Assert.Equal(FailureCode.SessionExpired, (await sessions.FindAsync(token, "alice", default)).Failure?.Code);

        async Task<(PhoneNumber?, string)> FindAsync()
        {
            var found = (await sessions.FindAsync(token, "alice", default)).Value!;
            return (found.User.Phone, found.UserName);
        }
    }

    [Fact]
    public async Task A_user_of_the_tables_has_no_session_of_the_other_systems()
    {
        var (sessions, users) = await NewAsync();
        await users.Directory.CreateAsync("alice", null, Users.Phone(1), default);
        var theirs = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;
        var own = (await users.Sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;

        Assert.False((await users.Sessions.FindAsync(theirs, "alice", default)).Succeeded);
        Assert.False((await sessions.FindAsync(own, "alice", default)).Succeeded);
    }

    [Fact]
    public async Task Who_has_no_session_is_answered_without_waiting_for_the_system()
    {
        var (sessions, _) = await NewAsync();
        var made = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!;
        var other = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!;
        Assert.True(await sessions.CloseAsync("alice", other.Id, default));
        _system.Answer = _ => new TaskCompletionSource<User?>().Task;

        foreach (var token in new[] { "", new string('0', 107), other.AccountToken, made.Id + other.AccountToken[32..] })
        {
            var dead = await sessions.FindAsync(token, "alice", default).WaitAsync(Patience);
            var both = await sessions.FindAsync(token, other.UserToken!, "alice", default).WaitAsync(Patience);
            Assert.Equal(FailureCode.SessionExpired, dead.Failure?.Code);
            Assert.Equal(FailureCode.SessionExpired, both.First.Failure?.Code);
        }
    }

    [Fact]
    public async Task The_user_is_asked_for_once_and_again_where_the_session_is_anothers()
    {
        var (sessions, _) = await NewAsync();
        var made = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!;

        Assert.Equal(["alice"], await AskedAsync("alice"));
        Assert.Equal(["bob", "alice", "alice"], await AskedAsync("bob"));

        async Task<IReadOnlyList<string>> AskedAsync(string supposed)
        {
            _system.Asked.Clear();
            var (account, user) = await sessions.FindAsync(made.AccountToken, made.UserToken!, supposed, default);
            Assert.Equal(("alice", "7"), (account.Value!.UserName, user.Value!.Uid));
            return [.. _system.Asked];
        }
    }

    [Fact]
    public async Task A_session_is_its_owners_only()
    {
        var (sessions, _) = await NewAsync();
        var alices = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;
        var bobs = (await sessions.OpenAsync("bob", null, Hour, default)).Value!.AccountToken;

        var mixed = await sessions.FindAsync(alices[..64] + bobs[64..], "alice", default);

        Assert.Equal(FailureCode.SessionExpired, mixed.Failure?.Code);
    }

    [Fact]
    public async Task While_the_system_does_not_answer_nobody_is_signed_in_and_nobody_is_out()
    {
        var (sessions, _) = await NewAsync();
        var token = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;
        _system.Answer = _ => Task.FromException<User?>(new StorageUnavailableException("The user directory answered 500."));

        await Assert.ThrowsAsync<StorageUnavailableException>(() => sessions.FindAsync(token, "alice", default));
        Assert.Equal(FailureCode.SessionExpired, (await sessions.FindAsync(token[..63] + "g" + token[64..], "alice", default)).Failure?.Code);
    }

    private async Task<(SessionDirectory Sessions, Users Users)> NewAsync()
    {
        var users = await Users.NewAsync();
        return (new SessionDirectory(new SessionTable(users.Tables), _system, users.Hasher, users.Clock), users);
    }

    private sealed class OtherSystem : IUserDirectory
    {
        public Func<string, Task<User?>> Answer { get; set; } = name => Task.FromResult<User?>(new User(name, null, Users.Phone(2)));

        public List<string> Asked { get; } = [];

        public Task<User?> FindByNameAsync(string name, CancellationToken cancellation)
        {
            Asked.Add(name);
            return Answer(name);
        }

        public Task<User?> FindByAddressAsync(Address address, CancellationToken cancellation) => Task.FromResult<User?>(null);
    }
}
