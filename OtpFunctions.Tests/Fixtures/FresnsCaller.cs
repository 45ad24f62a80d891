using System.Net;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>Calls the Fresns API of one app; codes are read where its outbox shows them.</summary>
internal sealed class FresnsCaller(HttpClient http, params (string Name, string Value)[] headers)
{
    /// <summary>The same app, with headers.</summary>
    public FresnsCaller With(params (string Name, string Value)[] more) => new(http, [.. headers, .. more]);

    public Task<Answer> SendAsync(string account, int useType = 5, int templateId = 1)
    {
        var body = About(account, templateId);
        body["useType"] = useType;
        return PostAsync("send-verify-code", body);
    }

    public Task<Answer> CheckAsync(string account, string code, int templateId = 1)
    {
        var body = About(account, templateId);
        body["verifyCode"] = code;
        return PostAsync("check-verify-code", body);
    }

    /// <summary>The code of a send that must succeed.</summary>
    public async Task<string> CodeAsync(string account)
    {
        Assert.Equal(0, CodeOf(await SendAsync(account)));
        return (await NewestAsync(account))!.Value.GetProperty("code").GetString()!;
    }

    /// <summary>The newest message to an address, or null.</summary>
    public async Task<JsonElement?> NewestAsync(string account)
    {
        var messages = await MessagesAsync(account);
        return messages.Count == 0 ? null : messages[^1];
    }

    /// <summary>All messages to an address, oldest first.</summary>
    public async Task<IReadOnlyList<JsonElement>> MessagesAsync(string account)
    {
        var to = account.Contains('@', StringComparison.Ordinal) || account[0] == '+' ? account : "+86" + account;
        var path = new Uri($"api/dev/outbox?to={Uri.EscapeDataString(to)}", UriKind.Relative);
        var outbox = (await Answer.ReadAsync(http.GetAsync(path))).Expect(HttpStatusCode.OK);
        return [.. outbox.Json.GetProperty("list").EnumerateArray()];
    }

    public Task<Answer> PostAsync(string call, JsonNode body)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, $"api/v2/common/{call}") { Content = JsonContent.Create(body) };
        foreach (var (name, value) in headers)
            request.Headers.Add(name, value);

        return Answer.ReadAsync(http.SendAsync(request));
    }

    /// <summary>The usual fields of both calls.</summary>
    public static JsonObject About(string account, int templateId = 1)
    {
        var body = new JsonObject { ["type"] = "email", ["templateId"] = templateId, ["account"] = account };
        if (!account.Contains('@', StringComparison.Ordinal))
            (body["type"], body["countryCode"]) = ("sms", 86);

        return body;
    }

    /// <summary>The code of the envelope, when it is one.</summary>
    public static int CodeOf(Answer answer)
    {
        answer.Expect(HttpStatusCode.OK);
        Assert.Equal("v2", answer.Header("Fresns-Api"));
        Assert.Equal(["code", "message", "data"], answer.Json.EnumerateObject().Select(field => field.Name));
        Assert.Equal(JsonValueKind.Null, answer.Json.GetProperty("data").ValueKind);
        Assert.NotEmpty(answer.Text("message"));
        return answer.Json.GetProperty("code").GetInt32();
    }
}
