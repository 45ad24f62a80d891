using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>A server that calls the Captcha API with a function key.</summary>
public sealed class CaptchaCaller(HttpClient http, string? key)
{
    public const string Path = "api/captcha";
    public const string KeyHeader = "x-functions-key";

    public CaptchaCaller(FunctionApp app)
        : this(app?.Http!, app?.FunctionKey)
    {
    }

    /// <summary>The same key at another address.</summary>
    public CaptchaCaller At(HttpClient other) => new(other, key);

    public static JsonObject Body(string type, string subtype, JsonObject? data = null, long id = 7) => new()
    {
        ["id"] = id,
        ["status"] = 0,
        ["type"] = type,
        ["subtype"] = subtype,
        ["data"] = data ?? [],
    };

    /// <summary>MD5 of both, in lower-case hex digits.</summary>
    [System.Diagnostics.CodeAnalysis.SuppressMessage("Security", "CA5351", Justification = "The document names it.")]
    public static string HashOf(string answer, string rand) =>
        Convert.ToHexStringLower(MD5.HashData(Encoding.UTF8.GetBytes(answer + rand)));

    /// <summary>An answer of the same form that is not this one.</summary>
    public static string WrongFor(string code) => (code[0] == '7' ? '8' : '7') + code[1..];

    public Task<Answer> CallAsync(string type, string subtype, JsonObject? data = null, long id = 7)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, Path)
        {
            Content = JsonContent.Create(Body(type, subtype, data, id)),
        };
        if (key is not null)
            request.Headers.Add(KeyHeader, key);

        return Answer.ReadAsync(http.SendAsync(request));
    }

    /// <summary>The data of a call that must succeed.</summary>
    public async Task<JsonElement> DataAsync(string type, string subtype, JsonObject? data = null) =>
        Expect(await CallAsync(type, subtype, data), 0).Json.GetProperty("data");

    /// <summary>A new picture's code, file name and rand.</summary>
    public async Task<(string Code, string Addr, string Rand)> PictureAsync()
    {
        var data = await DataAsync("img", "generate");
        return (Text(data, "code"), Text(data, "addr"), Text(data, "rand"));
    }

    /// <summary>A new SMS code and its rand.</summary>
    public async Task<(string Title, string Rand)> SmsAsync(string phone)
    {
        var data = await DataAsync("sms", "generate", new() { ["phone"] = phone });
        return (Text(data, "title"), Text(data, "rand"));
    }

    public Task<Answer> ValidateAsync(string type, string code, string rand) =>
        CallAsync(type, "validate", new() { ["code"] = code, ["rand"] = rand });

    public Task<Answer> ValidateHashAsync(string type, string hash, string? rand = null) => CallAsync(
        type, "validate", rand is null ? new() { ["hash"] = hash } : new() { ["hash"] = hash, ["rand"] = rand });

    public Task<HttpResponseMessage> FetchAsync(string addr) =>
        http.GetAsync(new Uri($"{Path}/images/{addr}", UriKind.Relative));

    public static int StatusOf(Answer answer) => answer?.Json.GetProperty("status").GetInt32() ?? 0;

    /// <summary>HTTP 200 and an envelope with this status.</summary>
    public static Answer Expect(Answer answer, int status)
    {
        ArgumentNullException.ThrowIfNull(answer);
        answer.Expect(HttpStatusCode.OK);
        Assert.True(StatusOf(answer) == status, $"Expected status {status}, got {answer.Body}");
        return answer;
    }

    private static string Text(JsonElement data, string name) => data.GetProperty(name).GetString()!;
}
