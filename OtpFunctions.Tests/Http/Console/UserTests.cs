using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>Making, showing, changing, listing and deleting users.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class UserTests(SharedApp shared)
{
    private readonly ConsoleCaller _users = shared.ConsoleOf("users");

    [Fact]
    public async Task A_user_is_made_shown_in_full_changed_and_deleted()
    {
        var (name, email, mobile) = (Name(), Recipients.Email(), Recipients.Mobile());

        var made = await PostAsync(name, email, mobile);
        made.Expect(HttpStatusCode.Created);
        var shown = (await _users.GetAsync(name)).Expect(HttpStatusCode.OK);
        var changed = await _users.PutAsync(name, new JsonObject { ["email"] = "Other-" + email });
        var deleted = await _users.DeleteAsync(name);

        Assert.Equal($$"""{"userName":"{{name}}","email":"{{email}}","telephone":"\u002B86{{mobile}}"}""", made.Body);
        Assert.Equal(made.Body, shown.Body);
        Assert.Equal(("Other-" + email, null), (changed.Text("email"), changed.Text("telephone")));
        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Body));
        (await _users.GetAsync(name)).ExpectProblem(HttpStatusCode.NotFound);
        (await _users.DeleteAsync(name)).ExpectProblem(HttpStatusCode.NotFound);
        (await _users.PutAsync(name, new JsonObject())).ExpectProblem(HttpStatusCode.NotFound);
    }

    [Theory]
    [InlineData("小明 ")]
    [InlineData("CORP\\")]
    [InlineData("#?&=+:;<>\"'")]
    [InlineData("店🏪 . ")]
    public async Task A_name_is_found_by_its_URL_encoding(string start)
    {
        var name = start + Name();
        (await PostAsync(name)).Expect(HttpStatusCode.Created);

        var shown = (await _users.GetAsync(Uri.EscapeDataString(name))).Expect(HttpStatusCode.OK);

        Assert.Equal(name, shown.Text("userName"));
        Assert.Equal(HttpStatusCode.NoContent, (await _users.DeleteAsync(Uri.EscapeDataString(name))).Status);
    }

    [Theory]
    [InlineData("a%2Fb")]
    [InlineData("%2F")]
    [InlineData("%00")]
    [InlineData("%FF")]
    [InlineData("%25")]
    [InlineData("a%40b")]
    [InlineData("13612345678")]
    [InlineData("%ED%A0%80")]
    public async Task A_path_that_names_nobody_is_not_found_or_no_request(string path)
    {
        foreach (var answer in new[] { await _users.GetAsync(path), await _users.DeleteAsync(path) })
        {
            Assert.Contains(answer.Status, new[] { HttpStatusCode.NotFound, HttpStatusCode.BadRequest });
        }
    }

    [Fact]
    public async Task What_is_taken_is_a_conflict_that_names_the_field()
    {
        var (name, email, mobile) = (Name(), Recipients.Email(), Recipients.Mobile());
        (await PostAsync(name, email, mobile)).Expect(HttpStatusCode.Created);
        var other = Name();

        (await PostAsync(name)).ExpectProblem(HttpStatusCode.Conflict, "userName is another user's.");
        (await PostAsync(other, email.ToUpperInvariant())).ExpectProblem(HttpStatusCode.Conflict, "email is another user's.");
        (await PostAsync(other, null, "+86 " + mobile)).ExpectProblem(HttpStatusCode.Conflict, "telephone is another user's.");
        (await PostAsync(other)).Expect(HttpStatusCode.Created);
        (await _users.PutAsync(other, new JsonObject { ["telephone"] = mobile, ["countryCode"] = "86" }))
            .ExpectProblem(HttpStatusCode.Conflict, "telephone is another user's.");
    }

    [Theory]
    [InlineData("""{}""", "userName must be given, a string")]
    [InlineData("""{"userName":" "}""", "userName must be given, a string")]
    [InlineData("""{"userName":5}""", "userName must be a string")]
    [InlineData("""{"userName":"a@b"}""", "userName must be 1 to 64 characters")]
    [InlineData("""{"userName":"a/b"}""", "userName must be 1 to 64 characters")]
    [InlineData("""{"userName":"13612345678"}""", "userName must be 1 to 64 characters")]
    [InlineData("""{"userName":"a\u0000"}""", "userName must be 1 to 64 characters")]
    [InlineData("""{"userName":"\ud800"}""", "userName must be a string")]
    [InlineData("""{"userName":"a","email":5}""", "email must be a string")]
    [InlineData("""{"userName":"a","email":""}""", "email must be an e-mail address")]
    [InlineData("""{"userName":"a","email":"a@b, c@d.com"}""", "email must be an e-mail address")]
    [InlineData("""{"userName":"a","telephone":[]}""", "telephone must be a string")]
    [InlineData("""{"userName":"a","telephone":"12"}""", "telephone must be a mobile number")]
    [InlineData("""{"userName":"a","telephone":"7911123456"}""", "telephone must be a mobile number")]
    [InlineData("""{"userName":"a","telephone":"7911123456","countryCode":"86"}""", "telephone must be a number of the country")]
    [InlineData("""{"userName":"a","telephone":"7911123456","countryCode":"999"}""", "telephone must be a number of the country")]
    [InlineData("""{"userName":"a","telephone":"7911123456","countryCode":44}""", "countryCode must be a string")]
    [InlineData("""{"userName":"a","countryCode":"44"}""", "telephone must be given with countryCode")]
    public async Task A_bad_field_is_named(string body, string detail)
    {
        using var content = new StringContent(body);
        using var request = new HttpRequestMessage(HttpMethod.Post, "api/console/users") { Content = content };
        request.Headers.Add("Authorization", $"Bearer {shared.App.ConsoleKey}");

        (await Answer.ReadAsync(shared.Http.SendAsync(request))).ExpectProblem(HttpStatusCode.BadRequest, detail);
    }

    [Fact]
    public async Task Users_are_not_renamed()
    {
        var (name, email) = (Name(), Recipients.Email());
        (await PostAsync(name)).Expect(HttpStatusCode.Created);

        (await _users.PutAsync(name, new JsonObject { ["userName"] = name + "2", ["email"] = email }))
            .ExpectProblem(HttpStatusCode.BadRequest, "userName must be that of the path");
        (await _users.PutAsync(name, new JsonObject { ["userName"] = name, ["email"] = email })).Expect(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_list_leads_once_through_every_user_with_masked_addresses()
    {
        var names = Enumerable.Range(0, 3).Select(_ => Name()).ToList();
        var mobile = Recipients.Mobile();
        await PostAsync(names[0], Recipients.Email(), mobile);
        await PostAsync(names[1], Recipients.Email());
        await PostAsync(names[2]);

        var seen = new List<JsonElement>();
        string? next = null;
        do
        {
            var page = (await _users.GetAsync("?pageSize=2" + (next is null ? "" : $"&after={next}"))).Expect(HttpStatusCode.OK);
            Assert.DoesNotContain(mobile, page.Body, StringComparison.Ordinal);
            seen.AddRange(page.Json.GetProperty("list").EnumerateArray());
            next = page.Text("next");
        }
        while (next is not null);

        var listed = seen.Select(user => user.GetProperty("userName").GetString()!).ToList();
        Assert.Distinct(listed);
        Assert.Empty(names.Except(listed));
        var first = seen.Single(user => user.GetProperty("userName").GetString() == names[0]);
        Assert.Equal($"{mobile[..3]}****{mobile[7..]}", first.GetProperty("telephone").GetString());
        Assert.StartsWith("****", first.GetProperty("email").GetString(), StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("?pageSize=0", "pageSize must be 1 to 100")]
    [InlineData("?pageSize=101", "pageSize must be 1 to 100")]
    [InlineData("?pageSize=x", "pageSize must be 1 to 100")]
    [InlineData("?after=", "after must be the next of the page before")]
    [InlineData("?after=alice", "after must be the next of the page before")]
    [InlineData("?after=' or PartitionKey gt 'xxxxxxxxxxxxxxxxxxxxx", "after must be the next of the page before")]
    public async Task A_bad_page_is_named(string query, string detail) =>
        (await _users.GetAsync(query)).ExpectProblem(HttpStatusCode.BadRequest, detail);

    private static string Name() => "u" + RandomNumberGenerator.GetHexString(12, lowercase: true);

    private Task<Answer> PostAsync(string name, string? email = null, string? telephone = null) => _users.PostAsync(
        new JsonObject { ["userName"] = name, ["email"] = email, ["telephone"] = telephone });
}
