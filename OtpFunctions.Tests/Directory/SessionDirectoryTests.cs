using Azure.Data.Tables;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;
using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Directory;

public sealed class SessionDirectoryTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Fact]
    public async Task Each_token_finds_the_session_and_says_which_it_is()
    {
        var (sessions, users) = await NewAsync();
        var made = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!;

        var account = (await sessions.FindAsync(made.AccountToken, "alice", default)).Value!;
        var user = (await sessions.FindAsync(made.UserToken!, "alice", default)).Value!;

        Assert.Equal((SessionKind.Account, SessionKind.User), (account.Kind, user.Kind));
        foreach (var found in new[] { account, user })
        {
            Assert.Equal((made.Id, "alice", "7"), (found.Id, found.UserName, found.Uid));
            Assert.Equal(users.Clock.GetUtcNow() + Hour, found.ExpiresAt);
            Assert.Equal(Users.Phone(1), found.User.Phone);
        }

        Assert.Matches("^[0-9a-f]{64}[0-9A-Za-z_-]{43}\\z", made.AccountToken);
        Assert.StartsWith(made.Id, made.AccountToken, StringComparison.Ordinal);
        Assert.StartsWith(made.Id, made.UserToken, StringComparison.Ordinal);
        Assert.NotEqual(made.AccountToken, made.UserToken);
    }

    [Theory]
    [InlineData("bob")]
    [InlineData("Alice")]
    [InlineData("nobody")]
    [InlineData("../x")]
    [InlineData("")]
    public async Task It_is_the_tokens_session_whosever_it_is_said_to_be(string supposed)
    {
        var (sessions, users) = await NewAsync();
        await users.Directory.CreateAsync("bob", null, null, default);
        var token = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;

        Assert.Equal("alice", (await sessions.FindAsync(token, supposed, default)).Value!.User.Name);
        await users.Directory.DeleteAsync("alice", default);
        Assert.Equal(FailureCode.SessionExpired, (await sessions.FindAsync(token, supposed, default)).Failure?.Code);
    }

    [Fact]
    public async Task Without_a_uid_there_is_one_token()
    {
        var (sessions, _) = await NewAsync();
        var made = (await sessions.OpenAsync("alice", null, Hour, default)).Value!;

        Assert.Null(made.UserToken);
        Assert.Null((await sessions.FindAsync(made.AccountToken, "alice", default)).Value!.Uid);
        await AssertDeadAsync(sessions, made.Id + new string('0', 32) + made.AccountToken[64..]);
    }

    [Fact]
    public async Task A_wrong_token_is_dead_whatever_it_looks_like()
    {
        var (sessions, users) = await NewAsync();
        var token = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!.AccountToken;
        var other = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!.AccountToken;
        await users.Directory.CreateAsync("bob", null, null, default);
        var bobs = (await sessions.OpenAsync("bob", "7", Hour, default)).Value!.AccountToken;
        var (id, secret, owner) = (token[..32], token[32..64], token[64..]);
        string[] wrong =
        [
            "", " ", token[..^1], token + "0", token.ToUpperInvariant(), id, id + other[32..], other[..32] + token[32..],
            id + secret, new('0', 64), new('0', 107), "'" + token[1..], token[..106] + "é", new('/', 107), $" {token}",
            id + secret.ToUpperInvariant() + owner, token[..64] + bobs[64..], token[..64] + new string('A', 43),
            token[..64] + owner.ToUpperInvariant(), token[..106] + "'", token[..106] + "/", $"{token} ",
        ];

        foreach (var text in wrong)
        {
            await AssertDeadAsync(sessions, text);
        }
    }

    [Fact]
    public async Task A_session_lives_until_its_end_and_not_at_it()
    {
        var (sessions, users) = await NewAsync();
        var token = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;

        users.Clock.Advance(Hour - TimeSpan.FromMilliseconds(1));
        Assert.True((await sessions.FindAsync(token, "alice", default)).Succeeded);
        users.Clock.Advance(TimeSpan.FromMilliseconds(1));
        await AssertDeadAsync(sessions, token);
    }

    [Fact]
    public async Task A_closed_session_is_dead_at_once_and_others_live()
    {
        var (sessions, users) = await NewAsync();
        await users.Directory.CreateAsync("bob", null, null, default);
        var first = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!;
        var second = (await sessions.OpenAsync("alice", null, Hour, default)).Value!;

        Assert.False(await sessions.CloseAsync("bob", first.Id, default));
        Assert.False(await sessions.CloseAsync("alice", "../x", default));
        Assert.True(await sessions.CloseAsync("alice", first.Id, default));
        Assert.False(await sessions.CloseAsync("alice", first.Id, default));

        await AssertDeadAsync(sessions, first.AccountToken);
        await AssertDeadAsync(sessions, first.UserToken!);
        Assert.True((await sessions.FindAsync(second.AccountToken, "alice", default)).Succeeded);
    }

    [Fact]
    public async Task A_deleted_users_sessions_are_dead_and_stay_so_when_another_has_the_name()
    {
        var (sessions, users) = await NewAsync();
        var token = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;

        await users.Directory.DeleteAsync("alice", default);
        await AssertDeadAsync(sessions, token);
        await users.Directory.CreateAsync("alice", null, null, default);
        await AssertDeadAsync(sessions, token);
    }

    [Fact]
    public async Task A_session_outlives_a_change_of_addresses_and_knows_it()
    {
        var (sessions, users) = await NewAsync();
        var token = (await sessions.OpenAsync("alice", null, Hour, default)).Value!.AccountToken;

        await users.Directory.SetAddressesAsync("alice", null, Users.Phone(2), default);

        Assert.Equal(Users.Phone(2), (await sessions.FindAsync(token, "alice", default)).Value!.User.Phone);
    }

    [Fact]
    public async Task Nobody_unknown_is_signed_in()
    {
        var (sessions, _) = await NewAsync();

        Assert.Equal(FailureCode.UserUnknown, (await sessions.OpenAsync("bob", null, Hour, default)).Failure?.Code);
        Assert.Equal(FailureCode.UserUnknown, (await sessions.OpenAsync("a@b", null, Hour, default)).Failure?.Code);
    }

    [Fact]
    public async Task A_secret_at_rest_is_not_readable_nor_hashed_without_the_pepper()
    {
        var (sessions, users) = await NewAsync();
        var made = (await sessions.OpenAsync("alice", "7", Hour, default)).Value!;

        var row = Assert.Single(users.Tables.Users.Query<TableEntity>(), row => row.RowKey.EndsWith(made.Id, StringComparison.Ordinal));
        foreach (var token in new[] { made.AccountToken, made.UserToken! })
        {
            SecretRows.AssertHidden(row, token[32..64]);
            SecretRows.AssertHidden(row, token);
        }
    }

    [Fact]
    public async Task What_lies_beside_a_user_is_in_no_list_of_users()
    {
        var (sessions, users) = await NewAsync();
        foreach (var name in new[] { "bob", "carol", "dave" })
        {
            await users.Directory.CreateAsync(name, Users.Email($"{name}@example.com"), null, default);
        }

        foreach (var name in new[] { "alice", "alice", "bob", "carol", "dave" })
        {
            await sessions.OpenAsync(name, null, Hour, default);
        }

        var first = await users.Directory.ListAsync(null, 3, default);
        var second = await users.Directory.ListAsync(users.Directory.PageKeyOf(first[^1]), 3, default);

        Assert.Equal((3, 1), (first.Count, second.Count));
        Assert.Equal(
            ["alice", "bob", "carol", "dave"],
            first.Concat(second).Select(user => user.Name).Order(StringComparer.Ordinal));
    }

    private static async Task AssertDeadAsync(SessionDirectory sessions, string token) =>
        Assert.Equal(FailureCode.SessionExpired, (await sessions.FindAsync(token, "alice", default)).Failure?.Code);

    private static async Task<(SessionDirectory Sessions, Users Users)> NewAsync()
    {
        var users = await Users.NewAsync();
        await users.Directory.CreateAsync("alice", null, Users.Phone(1), default);
        return (users.Sessions, users);
    }
}
