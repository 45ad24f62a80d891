using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Console;

/// <summary>Making, showing, rotating and deleting applications.</summary>
[Collection(SharedAppCollection.Name)]
public sealed class ApplicationTests(SharedApp shared)
{
    private readonly ConsoleCaller _console = shared.Console;

    [Fact]
    public async Task A_new_application_has_an_id_and_a_secret_of_32_hexadecimal_digits()
    {
        var made = (await PostAsync("商店")).Expect(HttpStatusCode.Created);

        Assert.Equal(["clientId", "clientSecret", "name", "createDate"], Names(made.Json));
        Assert.Matches("^[0-9a-f]{32}\\z", made.Text("clientId"));
        Assert.Matches("^[0-9a-f]{32}\\z", made.Text("clientSecret"));
        Assert.Equal("商店", made.Text("name"));
        Assert.Equal(DateTimeKind.Utc, made.Json.GetProperty("createDate").GetDateTime().Kind);
    }

    [Fact]
    public async Task The_secret_is_shown_once()
    {
        var made = (await PostAsync("Shop")).Expect(HttpStatusCode.Created);
        var id = made.Text("clientId");

        var shown = (await _console.GetAsync(id)).Expect(HttpStatusCode.OK);
        var settings = (await _console.GetAsync($"{id}/otp-config")).Expect(HttpStatusCode.OK);
        var listed = (await _console.GetAsync($"?pageSize=1&after={Before(id)}")).Expect(HttpStatusCode.OK);

        Assert.Equal(["clientId", "name", "createDate", "otpConfig"], Names(shown.Json));
        Assert.Equal(made.Text("createDate"), shown.Text("createDate"));
        Assert.Equal(id, listed.Json.GetProperty("list")[0].GetProperty("clientId").GetString());
        var secret = made.Text("clientSecret");
        Assert.All(
            new[] { shown, settings, listed },
            answer => Assert.DoesNotContain(secret, answer.Body, StringComparison.OrdinalIgnoreCase));
    }

    [Theory]
    [InlineData("a")]
    [InlineData("  trimmed  ", "trimmed")]
    [InlineData("<b>\"quotes\" & 'more' \\ /</b>")]
    [InlineData("店🏪")]
    public async Task A_name_is_kept_as_given(string name, string? kept = null) =>
        Assert.Equal(kept ?? name, (await PostAsync(name)).Expect(HttpStatusCode.Created).Text("name"));

    [Fact]
    public async Task A_name_has_at_most_64_characters()
    {
        (await PostAsync(new string('n', 64))).Expect(HttpStatusCode.Created);
        (await PostAsync(new string('n', 65)))
            .ExpectProblem(HttpStatusCode.BadRequest, "name must be 1 to 64 characters");
    }

    [Theory]
    [InlineData("""{}""", "name must be given, a string")]
    [InlineData("""{"name":null}""", "name must be given, a string")]
    [InlineData("""{"name":""}""", "name must be given, a string")]
    [InlineData("""{"name":"   "}""", "name must be given, a string")]
    [InlineData("""{"name":5}""", "name must be a string")]
    [InlineData("""{"name":"a\nb"}""", "name must be")]
    [InlineData("""{"name":"a\u0000b"}""", "name must be")]
    [InlineData("""{"name":"a","clientId":5}""", "clientId must be a string")]
    [InlineData("""{"name":"a","clientSecret":[]}""", "clientSecret must be a string")]
    public async Task A_bad_field_is_named(string body, string detail) =>
        (await _console.PostAsync(JsonNode.Parse(body)!)).ExpectProblem(HttpStatusCode.BadRequest, detail);

    [Fact]
    public async Task An_application_from_elsewhere_keeps_its_id_and_secret()
    {
        var (id, secret) = (Hex(), new string('x', 31) + "9");

        var made = (await PostAsync("Moved", id, secret)).Expect(HttpStatusCode.Created);

        Assert.Equal((id, secret), (made.Text("clientId"), made.Text("clientSecret")));
        await new OnlyIdCaller(shared.Http, id, secret).CodeAsync(Recipients.Mobile());
    }

    [Fact]
    public async Task An_id_that_is_taken_is_a_conflict_and_changes_nothing()
    {
        var (id, secret) = (Hex(), Hex());
        (await PostAsync("First", id, secret)).Expect(HttpStatusCode.Created);

        (await PostAsync("Second", id, Hex())).ExpectProblem(HttpStatusCode.Conflict, "clientId is in use.");

        Assert.Equal("First", (await _console.GetAsync(id)).Text("name"));
        await new OnlyIdCaller(shared.Http, id, secret).CodeAsync(Recipients.Mobile());
    }

    [Fact]
    public async Task An_id_is_taken_for_who_knows_its_secret_too()
    {
        var (id, secret) = (Hex(), Hex());
        (await PostAsync("First", id, secret)).Expect(HttpStatusCode.Created);

        (await PostAsync("Second", id, secret)).ExpectProblem(HttpStatusCode.Conflict, "clientId is in use.");
    }

    [Theory]
    [InlineData(true, null, "clientSecret")]
    [InlineData(false, "0123456789abcdef0123456789abcdef", "clientId")]
    [InlineData(true, "0123456789abcdef0123456789abcde", "clientSecret")]
    [InlineData(true, "0123456789abcdef0123456789abcde!", "clientSecret")]
    [InlineData(true, "0123456789abcdef0123456789abcde密", "clientSecret")]
    [InlineData(true, "", "clientSecret")]
    public async Task An_id_and_a_secret_come_together_and_well_formed(bool hasId, string? secret, string named) =>
        (await PostAsync("Moved", hasId ? Hex() : null, secret))
            .ExpectProblem(HttpStatusCode.BadRequest, $"{named} must be");

    [Fact]
    public async Task A_secret_has_at_most_128_characters()
    {
        (await PostAsync("Moved", Hex(), new string('x', 128))).Expect(HttpStatusCode.Created);
        (await PostAsync("Moved", Hex(), new string('x', 129)))
            .ExpectProblem(HttpStatusCode.BadRequest, "clientSecret must be");
    }

    [Theory]
    [InlineData("")]
    [InlineData("07c9770f22b1460398d44b4a3543db7")]
    [InlineData("07c9770f22b1460398d44b4a3543db790")]
    [InlineData("07C9770F22B1460398D44B4A3543DB79")]
    [InlineData("07c9770f22b1460398d44b4a3543db7g")]
    [InlineData("07c9770f22b1460398d44b4a3543db7'")]
    [InlineData("０7c9770f22b1460398d44b4a3543db79")]
    public async Task An_id_from_elsewhere_is_32_lower_case_hexadecimal_digits(string id) =>
        (await PostAsync("Moved", id, Hex()))
            .ExpectProblem(HttpStatusCode.BadRequest, "clientId must be 32 lower-case");

    [Fact]
    public async Task A_rotated_secret_is_new_and_shown_once()
    {
        var caller = await _console.CreateAsync();

        var rotated = (await _console.PutAsync($"{caller.ClientId}/secret")).Expect(HttpStatusCode.OK);

        Assert.Equal(["clientId", "clientSecret", "name", "createDate"], Names(rotated.Json));
        Assert.Equal(caller.ClientId, rotated.Text("clientId"));
        Assert.Matches("^[0-9a-f]{32}\\z", rotated.Text("clientSecret"));
        Assert.NotEqual(caller.ClientSecret, rotated.Text("clientSecret"));
    }

    [Fact]
    public async Task A_deleted_application_is_gone_and_deleted_once()
    {
        var caller = await _console.CreateAsync();

        var deleted = await _console.DeleteAsync(caller.ClientId);

        Assert.Equal((HttpStatusCode.NoContent, ""), (deleted.Status, deleted.Body));
        (await _console.GetAsync(caller.ClientId)).ExpectProblem(HttpStatusCode.NotFound);
        (await _console.DeleteAsync(caller.ClientId)).ExpectProblem(HttpStatusCode.NotFound);
    }

    private static IEnumerable<string> Names(JsonElement element) =>
        element.EnumerateObject().Select(field => field.Name);

    private static string Hex() => RandomNumberGenerator.GetHexString(32, lowercase: true);

    // Ids are hexadecimal: the one before, so that a list after it begins with this one.
    private static string Before(string id) =>
        (UInt128.Parse(id, NumberStyles.HexNumber, CultureInfo.InvariantCulture) - 1)
        .ToString("x32", CultureInfo.InvariantCulture);

    private Task<Answer> PostAsync(string name, string? clientId = null, string? clientSecret = null)
    {
        var body = new JsonObject { ["name"] = name };
        if (clientId is not null)
            body["clientId"] = clientId;
        if (clientSecret is not null)
            body["clientSecret"] = clientSecret;

        return _console.PostAsync(body);
    }
}
