using Azure.Data.Tables;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;
using OtpFunctions.Core.Storage;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Directory;

public sealed class CallerDirectoryTests
{
    [Fact]
    public async Task A_caller_is_known_by_its_token_and_may_what_it_was_given()
    {
        var (callers, _) = await NewAsync();
        var made = await callers.CreateAsync("Site", ["b_2", "a", "b_2"], default);

        var known = (await callers.AuthenticateAsync(made.Token, default)).Value!.Value;

        Assert.Equal((made.Caller.Id, "Site"), (known.Id, known.Name));
        Assert.Equal(["a", "b_2"], known.Permissions);
        Assert.True(known.May("a"));
        Assert.False(known.May("A"));
        Assert.False(known.May("b"));
        Assert.Equal(made.Caller.Id, made.Token[..32]);
        Assert.Equal(made.Caller.CreatedAt, known.CreatedAt);
    }

    [Fact]
    public async Task A_wrong_token_is_nobodys_whatever_it_looks_like()
    {
        var (callers, _) = await NewAsync();
        var token = (await callers.CreateAsync("Site", [], default)).Token;
        var other = (await callers.CreateAsync("Site", [], default)).Token;
        string[] wrong =
        [
            "", token[..^1], token + "0", token.ToUpperInvariant(), token[..32] + other[32..], other[..32] + token[32..],
            new('0', 64), token[..32] + new string('0', 32), $"{token}\n",
        ];

        foreach (var text in wrong)
        {
            Assert.Equal(FailureCode.CallerUnknown, (await callers.AuthenticateAsync(text, default)).Failure?.Code);
        }
    }

    [Fact]
    public async Task A_rotated_token_is_dead_at_once_and_permissions_stay()
    {
        var (callers, _) = await NewAsync();
        var made = await callers.CreateAsync("Site", ["a"], default);

        var rotated = (await callers.RotateTokenAsync(made.Caller.Id, default)).Value!;

        Assert.False((await callers.AuthenticateAsync(made.Token, default)).Succeeded);
        Assert.True((await callers.AuthenticateAsync(rotated.Token, default)).Value!.Value.May("a"));
    }

    [Fact]
    public async Task Permissions_are_replaced_whole_and_at_once()
    {
        var (callers, _) = await NewAsync();
        var made = await callers.CreateAsync("Site", ["a", "b"], default);

        await callers.SetPermissionsAsync(made.Caller.Id, ["c"], default);

        Assert.Equal(["c"], (await callers.AuthenticateAsync(made.Token, default)).Value!.Value.Permissions);
    }

    [Fact]
    public async Task A_deleted_caller_is_unknown()
    {
        var (callers, _) = await NewAsync();
        var made = await callers.CreateAsync("Site", [], default);
        var id = made.Caller.Id;

        Assert.True((await callers.DeleteAsync(id, default)).Succeeded);

        Assert.False((await callers.AuthenticateAsync(made.Token, default)).Succeeded);
        Assert.Equal(FailureCode.CallerUnknown, (await callers.FindAsync(id, default)).Failure?.Code);
        Assert.Equal(FailureCode.CallerUnknown, (await callers.DeleteAsync(id, default)).Failure?.Code);
        Assert.Equal(FailureCode.CallerUnknown, (await callers.RotateTokenAsync(id, default)).Failure?.Code);
        Assert.Equal(FailureCode.CallerUnknown, (await callers.SetPermissionsAsync(id, [], default)).Failure?.Code);
    }

    [Fact]
    public async Task Changes_that_race_are_both_kept()
    {
        var (callers, _) = await NewAsync();
        var id = (await callers.CreateAsync("Site", [], default)).Caller.Id;

        var rotating = callers.RotateTokenAsync(id, default);
        await Task.WhenAll(rotating, callers.SetPermissionsAsync(id, ["a"], default));

        var known = await callers.AuthenticateAsync((await rotating).Value!.Token, default);
        Assert.True(known.Value?.Value.May("a"));
    }

    [Fact]
    public async Task A_secret_at_rest_is_not_readable_nor_hashed_without_the_pepper()
    {
        var (callers, tables) = await NewAsync();
        var token = (await callers.CreateAsync("Site", [], default)).Token;

        var row = Assert.Single(tables.Callers.Query<TableEntity>().ToList());
        SecretRows.AssertHidden(row, token[32..]);
        SecretRows.AssertHidden(row, token);
    }

    [Fact]
    public async Task A_list_goes_through_all_pages_in_order()
    {
        var (callers, _) = await NewAsync();
        for (var i = 0; i < 5; i++)
        {
            await callers.CreateAsync($"{i}", [], default);
        }

        var seen = new List<string>();
        IReadOnlyList<Caller> page;
        do
        {
            page = await callers.ListAsync(seen.LastOrDefault(), 2, default);
            seen.AddRange(page.Select(caller => caller.Id));
        }
        while (page.Count > 0);

        Assert.Equal(5, seen.Distinct().Count());
        Assert.Equal(seen.Order(StringComparer.Ordinal), seen);
    }

    [Theory]
    [InlineData("send_and_get_verification_code", true)]
    [InlineData("0", true)]
    [InlineData("", false)]
    [InlineData(null, false)]
    [InlineData("A", false)]
    [InlineData("a b", false)]
    [InlineData("a-b", false)]
    [InlineData("é", false)]
    [InlineData("１", false)]
    public void A_permission_is_of_small_letters_digits_and_underscores(string? text, bool isOne)
    {
        Assert.Equal(isOne, CallerDirectory.IsPermission(text));
        Assert.True(CallerDirectory.IsPermission(new string('p', 64)));
        Assert.False(CallerDirectory.IsPermission(new string('p', 65)));
    }

    private static async Task<(CallerDirectory Callers, Tables Tables)> NewAsync()
    {
        var tables = await TestTables.NewAsync();
        var clock = new ManualClock();
        return (new CallerBench(new CallerTable(tables), StateTables.Calls(tables, clock), clock).Directory, tables);
    }
}
