using System.Net;
using System.Security.Cryptography;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>One system that calls the Starlight API with its token, from a network address if one is named.</summary>
public sealed class StarlightCaller(HttpClient http, string token)
{
    public const string Permission = "send_and_get_verification_code";
    public const string Get = "api/user/user_verify/get_internal_verification_code";
    public const string Check = "api/user/user_verify/check_verification_code";
    public const string TokenHeader = "bihu-token";

    public string Token => token;

    /// <summary>Headers sent with every call.</summary>
    public IReadOnlyList<(string Name, string Value)> Headers { get; init; } = [];

    /// <summary>A caller that the console has just made.</summary>
    public static async Task<StarlightCaller> NewAsync(FunctionApp app, params string[] permissions)
    {
        ArgumentNullException.ThrowIfNull(app);
        var made = await new ConsoleCaller(app.Http, app.ConsoleKey, "api/console/callers").PostAsync(new JsonObject
        {
            ["name"] = "Test",
            ["permissions"] = new JsonArray([.. permissions.Select(permission => (JsonNode)permission)]),
        });
        return new StarlightCaller(app.Http, made.Expect(HttpStatusCode.Created).Text("token"));
    }

    /// <summary>The name of a user that the console has just made.</summary>
    public static async Task<string> UserAsync(FunctionApp app, string? email = null, string? telephone = null)
    {
        ArgumentNullException.ThrowIfNull(app);
        var name = "u" + RandomNumberGenerator.GetHexString(16, lowercase: true);
        var made = await new ConsoleCaller(app.Http, app.ConsoleKey, "api/console/users").PostAsync(
            new JsonObject { ["userName"] = name, ["email"] = email, ["telephone"] = telephone });
        made.Expect(HttpStatusCode.Created);
        return name;
    }

    /// <summary>The same caller at another address, or with other headers.</summary>
    public StarlightCaller At(HttpClient other) => new(other, token) { Headers = Headers };

    public StarlightCaller With(params (string Name, string Value)[] headers) => new(http, token) { Headers = headers };

    public Task<Answer> GetAsync(string userName, bool byTelephone = false)
    {
        var body = new JsonObject { ["user_name"] = userName };
        if (byTelephone)
            body["by_telephone"] = true;

        return PostAsync(Get, body);
    }

    public Task<Answer> CheckAsync(string userName, string code) =>
        PostAsync(Check, new JsonObject { ["user_name"] = userName, ["verification_code"] = code });

    /// <summary>The spec of a send that must succeed.</summary>
    public async Task<JsonElement> SentAsync(string userName, bool byTelephone = false) =>
        (await GetAsync(userName, byTelephone)).ExpectCode(200).Json.GetProperty("spec");

    private Task<Answer> PostAsync(string path, JsonObject body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path) { Content = JsonContent.Create(body) };
        request.Headers.Add(TokenHeader, token);
        foreach (var (name, value) in Headers)
            request.Headers.TryAddWithoutValidation(name, value);

        return Answer.ReadAsync(http.SendAsync(request));
    }
}
