using System.Net;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>One application that calls the OnlyID API.</summary>
public sealed class OnlyIdCaller(HttpClient http, string clientId, string clientSecret)
{
    public string ClientId => clientId;

    public string ClientSecret => clientSecret;

    /// <summary>The same application at another address.</summary>
    public OnlyIdCaller At(HttpClient other) => new(other, clientId, clientSecret);

    public Task<Answer> SendAsync(string recipient, params (string Name, JsonNode? Value)[] fields) =>
        CallAsync("send-otp", recipient, fields);

    public Task<Answer> VerifyAsync(string recipient, string code) =>
        CallAsync("verify-otp", recipient, ("code", code));

    /// <summary>The code of a send that must succeed.</summary>
    public async Task<string> CodeAsync(string recipient, params (string Name, JsonNode? Value)[] fields) =>
        (await SendAsync(recipient, fields)).Expect(HttpStatusCode.OK).Text("code");

    public JsonObject Body(string recipient) =>
        new() { ["recipient"] = recipient, ["clientId"] = clientId, ["clientSecret"] = clientSecret };

    private Task<Answer> CallAsync(string call, string recipient, params (string Name, JsonNode? Value)[] fields)
    {
        var body = Body(recipient);
        foreach (var (name, value) in fields)
            body[name] = value;

        var address = new Uri($"api/open/{call}", UriKind.Relative);
        return Answer.ReadAsync(http.PostAsync(address, JsonContent.Create(body)));
    }
}
