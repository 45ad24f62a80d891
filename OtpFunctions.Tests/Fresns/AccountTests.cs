using OtpFunctions.Tests.Fakes;

namespace OtpFunctions.Tests.Fresns;

/// <summary>
/// Two tokens of one session or of two: of the account's own, of another account's, closed, or of the other kind. The
/// account is judged first.
/// </summary>
public sealed class AccountTests
{
    private static readonly TimeSpan Hour = TimeSpan.FromHours(1);

    [Theory]
    [InlineData("one", "one", "7", 0)]
    [InlineData("one", "same uid", "7", 0)]
    [InlineData("one", "other uid", "8", 0)]
    [InlineData("no uid", "one", "7", 0)]
    [InlineData("one", "other uid", "7", 31502)]
    [InlineData("one", "one", "8", 31502)]
    [InlineData("one", "bob", "7", 31502)]
    [InlineData("bob", "one", "7", 31502)]
    [InlineData("bob", "bob", "7", 31502)]
    [InlineData("bob", "closed", "7", 31502)]
    [InlineData("bob", "nobody", "7", 31502)]
    [InlineData("one", "closed", "7", 31503)]
    [InlineData("one", "bob closed", "7", 31503)]
    [InlineData("one", "nobody", "7", 31503)]
    [InlineData("one", "no uid", "7", 31503)]
    [InlineData("closed", "one", "7", 31503)]
    [InlineData("closed", "closed", "7", 31503)]
    [InlineData("nobody", "one", "7", 31503)]
    [InlineData("bob closed", "bob", "7", 31503)]
    public async Task Tokens_of_two_sessions_are_judged_one_by_one(string account, string user, string uid, int code)
    {
        var bench = await FresnsBench.NewAsync();
        var tokens = await OpenAllAsync(bench);

        Assert.Equal(code, await SendAsync(bench, tokens[account].Account, tokens[user].User, uid));
    }

    [Fact]
    public async Task A_token_of_the_other_kind_is_none()
    {
        var bench = await FresnsBench.NewAsync();
        var (account, user) = (await OpenAllAsync(bench))["one"];

        Assert.Equal(31503, await SendAsync(bench, account, account, "7"));
        Assert.Equal(31503, await SendAsync(bench, user, user, "7"));
        Assert.Equal(31503, await SendAsync(bench, user, account, "7"));
        Assert.Equal(0, await SendAsync(bench, account, user, "7"));
    }

    private static async Task<int> SendAsync(FresnsBench bench, string accountToken, string userToken, string uid) =>
        (await bench.SendAsync("-@example.org", useType: 4, headers:
        [
            ("X-Fresns-Aid", "alice"), ("X-Fresns-Aid-Token", accountToken),
            ("X-Fresns-Uid", uid), ("X-Fresns-Uid-Token", userToken),
        ])).Code;

    private static async Task<Dictionary<string, (string Account, string User)>> OpenAllAsync(FresnsBench bench)
    {
        await bench.Directory.CreateAsync("alice", Users.Email("alice@example.com"), null, default);
        await bench.Directory.CreateAsync("bob", Users.Email("bob@example.com"), null, default);
        var nobody = new string('f', 107);
        return new()
        {
            ["one"] = await OpenAsync(bench, "alice", "7"),
            ["same uid"] = await OpenAsync(bench, "alice", "7"),
            ["other uid"] = await OpenAsync(bench, "alice", "8"),
            ["no uid"] = await OpenAsync(bench, "alice", null),
            ["bob"] = await OpenAsync(bench, "bob", "7"),
            ["closed"] = await OpenAsync(bench, "alice", "7", closes: true),
            ["bob closed"] = await OpenAsync(bench, "bob", "7", closes: true),
            ["nobody"] = (nobody, nobody),
        };
    }

    private static async Task<(string Account, string User)> OpenAsync(
        FresnsBench bench, string name, string? uid, bool closes = false)
    {
        var made = (await bench.Sessions.OpenAsync(name, uid, Hour, default)).Value!;
        if (closes)
        {
            Assert.True(await bench.Sessions.CloseAsync(name, made.Id, default));
        }

        return (made.AccountToken, made.UserToken ?? "");
    }
}
