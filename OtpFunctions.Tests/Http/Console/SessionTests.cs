using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>Opening and closing sessions.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class SessionTests(SharedApp shared)
{
    private readonly ConsoleCaller _users = shared.ConsoleOf("users");

    [Fact]
    public async Task A_session_has_two_tokens_that_begin_with_its_id_and_is_closed_once()
    {
        var name = await NewUserAsync();

        var made = await OpenAsync(name, new JsonObject { ["uid"] = "10001", ["expireMin"] = 60 });
        made.Expect(HttpStatusCode.Created);
        var closed = await _users.DeleteAsync($"{name}/sessions/{made.Text("id")}");

        Assert.Equal(
            ["id", "aid", "aidToken", "expireDate", "uid", "uidToken"],
            made.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal((name, "10001"), (made.Text("aid"), made.Text("uid")));
        Assert.Matches($"^{made.Text("id")}[0-9a-f]{{32}}[0-9A-Za-z_-]{{43}}\\z", made.Text("aidToken"));
        Assert.Matches($"^{made.Text("id")}[0-9a-f]{{32}}[0-9A-Za-z_-]{{43}}\\z", made.Text("uidToken"));
        Assert.InRange(LifetimeOf(made), TimeSpan.FromMinutes(59), TimeSpan.FromMinutes(61));
        Assert.Equal((HttpStatusCode.NoContent, ""), (closed.Status, closed.Body));
        (await _users.DeleteAsync($"{name}/sessions/{made.Text("id")}")).ExpectProblem(HttpStatusCode.NotFound);
    }

    [Fact]
    public async Task Unless_said_otherwise_a_session_is_of_the_account_and_lasts_a_day()
    {
        var made = (await OpenAsync(await NewUserAsync(), [])).Expect(HttpStatusCode.Created);

        Assert.Equal(["id", "aid", "aidToken", "expireDate"], made.Json.EnumerateObject().Select(field => field.Name));
        Assert.InRange(LifetimeOf(made), TimeSpan.FromMinutes(1439), TimeSpan.FromMinutes(1441));
    }

    [Theory]
    [InlineData("""{"expireMin":1}""", null)]
    [InlineData("""{"expireMin":525600}""", null)]
    [InlineData("""{"expireMin":0}""", "expireMin must be 1 to 525600")]
    [InlineData("""{"expireMin":525601}""", "expireMin must be 1 to 525600")]
    [InlineData("""{"expireMin":"60"}""", "expireMin must be a whole number")]
    [InlineData("""{"uid":"x~!"}""", null)]
    [InlineData("""{"uid":5}""", "uid must be a string")]
    [InlineData("""{"uid":""}""", "uid must be 1 to 64")]
    [InlineData("""{"uid":"a b"}""", "uid must be 1 to 64")]
    [InlineData("""{"uid":"é"}""", "uid must be 1 to 64")]
    [InlineData("""{"uid":"a\n"}""", "uid must be 1 to 64")]
    public async Task A_bad_field_is_named(string body, string? detail)
    {
        var answer = await OpenAsync(await NewUserAsync(), JsonNode.Parse(body)!.AsObject());

        _ = detail is null
            ? answer.Expect(HttpStatusCode.Created)
            : answer.ExpectProblem(HttpStatusCode.BadRequest, detail);
    }

    [Fact]
    public async Task Nobody_unknown_has_sessions_and_nobody_anothers()
    {
        var (name, other) = (await NewUserAsync(), await NewUserAsync());
        var id = (await OpenAsync(name, [])).Text("id");

        (await OpenAsync("nobody" + other, [])).ExpectProblem(HttpStatusCode.NotFound);
        foreach (var path in new[] { $"{other}/sessions/{id}", $"{name}/sessions/{id.ToUpperInvariant()}", $"{name}/sessions/x" })
        {
            (await _users.DeleteAsync(path)).ExpectProblem(HttpStatusCode.NotFound);
        }

        Assert.Equal(HttpStatusCode.NoContent, (await _users.DeleteAsync($"{name}/sessions/{id}")).Status);
    }

    private static TimeSpan LifetimeOf(Answer made) =>
        made.Json.GetProperty("expireDate").GetDateTimeOffset() - made.Date!.Value;

    private Task<Answer> OpenAsync(string name, JsonObject body) =>
        new ConsoleCaller(shared.Http, shared.App.ConsoleKey, $"api/console/users/{name}/sessions").PostAsync(body);

    private async Task<string> NewUserAsync()
    {
        var name = "s" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        (await _users.PostAsync(new JsonObject { ["userName"] = name })).Expect(HttpStatusCode.Created);
        return name;
    }
}
