using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>Making, showing, changing and deleting callers.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class CallerTests(SharedApp shared)
{
    private readonly ConsoleCaller _callers = shared.ConsoleOf("callers");

    [Fact]
    public async Task A_token_is_shown_once_by_what_makes_it()
    {
        var made = (await PostAsync("网站", "send_and_get_verification_code", "a")).Expect(HttpStatusCode.Created);
        var (id, token) = (made.Text("id"), made.Text("token"));

        var shown = (await _callers.GetAsync(id)).Expect(HttpStatusCode.OK);
        var rotated = (await _callers.PutAsync($"{id}/token")).Expect(HttpStatusCode.OK);
        var listed = await ListedAsync(id);

        Assert.Matches($"^{id}[0-9a-f]{{32}}\\z", token);
        Assert.Matches($"^{id}[0-9a-f]{{32}}\\z", rotated.Text("token"));
        Assert.NotEqual(token, rotated.Text("token"));
        Assert.Equal(["id", "name", "permissions", "createDate"], shown.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(["a", "send_and_get_verification_code"], PermissionsIn(shown));
        Assert.Equal(shown.Body, listed);
    }

    [Fact]
    public async Task Permissions_are_replaced_whole_and_may_be_none()
    {
        var id = (await PostAsync("Site", "a")).Text("id");

        var none = await _callers.PutAsync($"{id}/permissions", new JsonObject { ["permissions"] = new JsonArray() });
        var many = await _callers.PutAsync(
            $"{id}/permissions",
            new JsonObject { ["permissions"] = new JsonArray([.. Enumerable.Range(0, 32).Select(i => (JsonNode)$"p{i:D2}")]) });

        Assert.Empty(PermissionsIn(none.Expect(HttpStatusCode.OK)));
        Assert.Equal(32, PermissionsIn(many.Expect(HttpStatusCode.OK)).Count);
    }

    [Fact]
    public async Task A_deleted_caller_is_gone_and_deleted_once()
    {
        var id = (await PostAsync("Site", "a")).Text("id");

        Assert.Equal(HttpStatusCode.NoContent, (await _callers.DeleteAsync(id)).Status);

        await AssertUnknownAsync(id);
    }

    [Theory]
    [InlineData("07c9770f22b1460398d44b4a3543db79")]
    [InlineData("x")]
    [InlineData("07C9770F22B1460398D44B4A3543DB7G")]
    [InlineData("%27")]
    public async Task An_id_that_is_not_there_is_unknown_whatever_it_looks_like(string id) => await AssertUnknownAsync(id);

    [Theory]
    [InlineData("""{"permissions":[]}""", "name must be given, a string")]
    [InlineData("""{"name":"a\nb","permissions":[]}""", "name must be 1 to 64 characters")]
    [InlineData("""{"name":"a"}""", "permissions must be a list")]
    [InlineData("""{"name":"a","permissions":"a"}""", "permissions must be a list")]
    [InlineData("""{"name":"a","permissions":[5]}""", "permissions must be a list")]
    [InlineData("""{"name":"a","permissions":["a",null]}""", "permissions must be a list")]
    [InlineData("""{"name":"a","permissions":["A"]}""", "permissions must be a list")]
    [InlineData("""{"name":"a","permissions":[""]}""", "permissions must be a list")]
    [InlineData("""{"name":"a","permissions":["a b"]}""", "permissions must be a list")]
    public async Task A_bad_field_is_named(string body, string detail) =>
        (await _callers.PostAsync(JsonNode.Parse(body)!)).ExpectProblem(HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task A_caller_has_at_most_32_permissions_of_64_characters_and_a_name_of_64()
    {
        var many = Enumerable.Range(0, 33).Select(i => $"p{i}").ToArray();

        (await PostAsync(new string('n', 64), new string('p', 64))).Expect(HttpStatusCode.Created);
        (await PostAsync(new string('n', 65))).ExpectProblem(HttpStatusCode.BadRequest, "name must be");
        (await PostAsync("Site", new string('p', 65))).ExpectProblem(HttpStatusCode.BadRequest, "permissions must be");
        (await PostAsync("Site", many)).ExpectProblem(HttpStatusCode.BadRequest, "permissions must be");
    }

    [Fact]
    public async Task A_bad_page_is_named() =>
        (await _callers.GetAsync("?after=x")).ExpectProblem(HttpStatusCode.BadRequest, "after must be 32 lower-case");

    private static List<string> PermissionsIn(Answer answer) =>
        [.. answer.Json.GetProperty("permissions").EnumerateArray().Select(permission => permission.GetString()!)];

    private Task<Answer> PostAsync(string name, params string[] permissions) => _callers.PostAsync(new JsonObject
    {
        ["name"] = name,
        ["permissions"] = new JsonArray([.. permissions.Select(permission => (JsonNode)permission)]),
    });

    private async Task<string?> ListedAsync(string id)
    {
        string? next = null;
        do
        {
            var page = (await _callers.GetAsync("?pageSize=3" + (next is null ? "" : $"&after={next}"))).Expect(HttpStatusCode.OK);
            foreach (var caller in page.Json.GetProperty("list").EnumerateArray())
            {
                if (caller.GetProperty("id").GetString() == id)
                    return caller.GetRawText();
            }

            next = page.Text("next");
        }
        while (next is not null);
        return null;
    }

    private async Task AssertUnknownAsync(string id)
    {
        (await _callers.GetAsync(id)).ExpectProblem(HttpStatusCode.NotFound);
        (await _callers.DeleteAsync(id)).ExpectProblem(HttpStatusCode.NotFound);
        (await _callers.PutAsync($"{id}/token")).ExpectProblem(HttpStatusCode.NotFound);
        (await _callers.PutAsync($"{id}/permissions", new JsonObject { ["permissions"] = new JsonArray() }))
            .ExpectProblem(HttpStatusCode.NotFound);
    }
}
