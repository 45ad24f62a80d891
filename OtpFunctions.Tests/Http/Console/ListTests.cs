using System.Net;
using System.Text.Json;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

[Collection(SharedAppCollection.Name)]
public sealed class ListTests(SharedApp shared)
{
    private readonly ConsoleCaller _console = shared.Console;

    [Fact]
    public async Task Pages_lead_once_through_every_application_in_the_order_of_their_ids()
    {
        var made = new List<string>();
        for (var count = 0; count < 5; count++)
            made.Add((await _console.CreateAsync()).ClientId);

        var seen = new List<string>();
        string? next = null;
        do
        {
            var after = next is null ? "" : $"&after={next}";
            var page = (await _console.GetAsync("?pageSize=100" + after)).Expect(HttpStatusCode.OK);
            seen.AddRange(IdsOf(page));
            Assert.InRange(IdsOf(page).Count, 0, 100);
            next = page.Text("next");
            Assert.True(next is null || next == seen[^1]);
        }
        while (next is not null);

        Assert.Equal(seen.Order(StringComparer.Ordinal).Distinct(), seen);
        Assert.Empty(made.Except(seen));
    }

    [Fact]
    public async Task A_page_of_one_names_the_next()
    {
        await _console.CreateAsync();
        await _console.CreateAsync();

        var first = (await _console.GetAsync("?pageSize=1")).Expect(HttpStatusCode.OK);
        var second = (await _console.GetAsync($"?pageSize=1&after={first.Text("next")}")).Expect(HttpStatusCode.OK);

        Assert.Equal(first.Text("next"), Assert.Single(IdsOf(first)));
        Assert.NotEqual(Assert.Single(IdsOf(first)), Assert.Single(IdsOf(second)));
    }

    [Fact]
    public async Task After_the_last_id_the_list_is_empty()
    {
        var page = (await _console.GetAsync($"?after={new string('f', 32)}")).Expect(HttpStatusCode.OK);

        Assert.Equal("""{"list":[],"next":null}""", page.Body);
    }

    [LocalFact]
    public async Task A_last_page_that_is_full_has_no_next()
    {
        await using var app = await FunctionApp.StartAsync(await AppSettings.FreshAsync());
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        Assert.Equal("""{"list":[],"next":null}""", (await console.GetAsync()).Body);
        for (var count = 0; count < 21; count++)
            await console.CreateAsync();

        var full = (await console.GetAsync("?pageSize=21")).Expect(HttpStatusCode.OK);
        var usual = (await console.GetAsync()).Expect(HttpStatusCode.OK);

        Assert.Equal((21, JsonValueKind.Null), (IdsOf(full).Count, full.Json.GetProperty("next").ValueKind));
        Assert.Equal((20, IdsOf(full)[19]), (IdsOf(usual).Count, usual.Text("next")));
    }

    [Theory]
    [InlineData("pageSize=0", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=101", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=-1", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=ten", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=1.5", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=%201", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=99999999999", "pageSize must be 1 to 100.")]
    [InlineData("pageSize=1&pageSize=2", "pageSize must be 1 to 100.")]
    [InlineData("after=", "after must be 32 lower-case hexadecimal digits.")]
    [InlineData("after=x'%20or%201%20eq%201", "after must be 32 lower-case hexadecimal digits.")]
    [InlineData("after=%F0%9F%92%A9", "after must be 32 lower-case hexadecimal digits.")]
    [InlineData("after=07C9770F22B1460398D44B4A3543DB79", "after must be 32 lower-case hexadecimal digits.")]
    public async Task A_bad_query_is_named(string query, string detail) =>
        (await _console.GetAsync("?" + query)).ExpectProblem(HttpStatusCode.BadRequest, detail);

    private static List<string> IdsOf(Answer page) =>
        [.. page.Json.GetProperty("list").EnumerateArray().Select(one => one.GetProperty("clientId").GetString()!)];
}
