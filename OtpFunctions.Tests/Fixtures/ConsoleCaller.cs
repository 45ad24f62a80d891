using System.Net;
using System.Net.Http.Headers;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Calls the console with its key.</summary>
public sealed class ConsoleCaller(HttpClient http, string key, string list = ConsoleCaller.Clients)
{
    private const string Clients = "api/console/clients";

    public Task<Answer> GetAsync(string path = "") => CallAsync(HttpMethod.Get, path);

    public Task<Answer> PostAsync(JsonNode body) => CallAsync(HttpMethod.Post, "", body);

    public Task<Answer> PostAsync(string path, JsonNode body) => CallAsync(HttpMethod.Post, path, body);

    public Task<Answer> PutAsync(string path, JsonNode? body = null) => CallAsync(HttpMethod.Put, path, body);

    public Task<Answer> DeleteAsync(string path) => CallAsync(HttpMethod.Delete, path);

    /// <summary>A new application, with these settings in place of the defaults.</summary>
    public async Task<OnlyIdCaller> CreateAsync(JsonObject? config = null)
    {
        var made = (await PostAsync(new JsonObject { ["name"] = "Test" })).Expect(HttpStatusCode.Created);
        var caller = new OnlyIdCaller(http, made.Text("clientId"), made.Text("clientSecret"));
        if (config is not null)
            (await PutAsync($"{caller.ClientId}/otp-config", OtpConfig(config))).Expect(HttpStatusCode.OK);

        return caller;
    }

    public static JsonObject OtpConfig(JsonObject? changes = null)
    {
        var config = new JsonObject
        {
            ["length"] = 6,
            ["type"] = "NUMBER",
            ["expireMin"] = 10,
            ["maxFailCount"] = 10,
            ["reuse"] = false,
        };
        foreach (var (name, value) in changes ?? [])
            config[name] = value?.DeepClone();

        return config;
    }

    private Task<Answer> CallAsync(HttpMethod method, string path, JsonNode? body = null)
    {
        var separator = path.Length == 0 || path[0] == '?' ? "" : "/";
        var request = new HttpRequestMessage(method, $"{list}{separator}{path}")
        {
            Headers = { Authorization = new AuthenticationHeaderValue("Bearer", key) },
            Content = body is null ? null : JsonContent.Create(body, options: JsonSerializerOptions.Web),
        };
        return Answer.ReadAsync(http.SendAsync(request));
    }
}
