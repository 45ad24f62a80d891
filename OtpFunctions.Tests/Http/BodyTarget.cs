using System.Net;
using System.Net.Http.Headers;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>One endpoint that reads a body: a body it takes, and how it says no.</summary>
internal sealed class BodyTarget
{
    public const string Send = "send-otp";
    public const string Verify = "verify-otp";
    public const string Create = "create application";
    public const string Configure = "put otp-config";
    public const string CreateUser = "create user";
    public const string PutUser = "put user";
    public const string OpenSession = "open session";
    public const string CreateCaller = "create caller";

    private readonly HttpClient _http;
    private readonly HttpMethod _method;
    private readonly string _path;
    private readonly string? _key;

    private BodyTarget(
        HttpClient http, HttpMethod method, string path, JsonObject valid, HttpStatusCode taken, string? key) =>
        (_http, _method, _path, Valid, Taken, _key) = (http, method, path, valid, taken, key);

    public static string[] Names { get; } =
        [Send, Verify, Create, Configure, CreateUser, PutUser, OpenSession, CreateCaller];

    /// <summary>A body it takes.</summary>
    public JsonObject Valid { get; }

    /// <summary>What it answers then.</summary>
    public HttpStatusCode Taken { get; }

    /// <summary>The methods its path knows.</summary>
    public static string[] MethodsAt(string name) => name switch
    {
        Create or CreateUser or CreateCaller => ["GET", "POST"],
        PutUser => ["GET", "PUT", "DELETE"],
        Configure => ["GET", "PUT"],
        _ => ["POST"],
    };

    public static async Task<BodyTarget> OfAsync(string name, SharedApp shared)
    {
        var app = await shared.Console.CreateAsync();
        var recipient = Recipients.Mobile();
        var body = app.Body(recipient);
        switch (name)
        {
            case Send:
                return new(shared.Http, HttpMethod.Post, "api/open/send-otp", body, HttpStatusCode.OK, null);
            case Verify:
                body["code"] = await app.CodeAsync(recipient);
                return new(shared.Http, HttpMethod.Post, "api/open/verify-otp", body, HttpStatusCode.OK, null);
            case Create:
                return new(
                    shared.Http, HttpMethod.Post, "api/console/clients", new JsonObject { ["name"] = "Bad input" },
                    HttpStatusCode.Created, shared.App.ConsoleKey);
            case Configure:
                return new(
                    shared.Http, HttpMethod.Put, $"api/console/clients/{app.ClientId}/otp-config",
                    ConsoleCaller.OtpConfig(), HttpStatusCode.OK, shared.App.ConsoleKey);
            default:
                return await OfUsersAsync(name, shared);
        }
    }

    private static async Task<BodyTarget> OfUsersAsync(string name, SharedApp shared)
    {
        var user = "b" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        var valid = name switch
        {
            CreateUser => new JsonObject { ["userName"] = user },
            PutUser => new JsonObject { ["email"] = Recipients.Email() },
            OpenSession => new JsonObject { ["uid"] = "10001" },
            _ => new JsonObject { ["name"] = "Bad input", ["permissions"] = new JsonArray("a") },
        };
        if (name is PutUser or OpenSession)
            (await shared.ConsoleOf("users").PostAsync(new JsonObject { ["userName"] = user })).Expect(HttpStatusCode.Created);

        var path = name switch
        {
            CreateUser => "users",
            PutUser => $"users/{user}",
            OpenSession => $"users/{user}/sessions",
            _ => "callers",
        };
        return new(
            shared.Http,
            name == PutUser ? HttpMethod.Put : HttpMethod.Post,
            $"api/console/{path}",
            valid,
            name == PutUser ? HttpStatusCode.OK : HttpStatusCode.Created,
            shared.App.ConsoleKey);
    }

    public Task<Answer> CallAsync(HttpContent content, HttpMethod? method = null, bool? chunked = null) =>
        Answer.ReadAsync(_http.SendAsync(new HttpRequestMessage(method ?? _method, _path)
        {
            Content = content,
            Headers =
            {
                TransferEncodingChunked = chunked,
                Authorization = _key is null ? null : new AuthenticationHeaderValue("Bearer", _key),
            },
        }));

    public Answer ExpectMalformed(Answer answer) => _key is null
        ? answer.ExpectError(HttpStatusCode.BadRequest, "请求体应为一个有效的JSON对象")
        : answer.ExpectProblem(HttpStatusCode.BadRequest, "The body must be one JSON object, each name once.");

    public Answer ExpectTooLarge(Answer answer) => _key is null
        ? answer.ExpectError(HttpStatusCode.RequestEntityTooLarge, "请求体不能超过16384字节")
        : answer.ExpectProblem(HttpStatusCode.RequestEntityTooLarge, "A body has at most 16384 bytes.");

    public Answer ExpectBadField(Answer answer, string field)
    {
        _ = _key is null ? answer.Expect(HttpStatusCode.BadRequest) : answer.ExpectProblem(HttpStatusCode.BadRequest);
        Assert.StartsWith($"{field} ", answer.Text(_key is null ? "error" : "detail"), StringComparison.Ordinal);
        return answer;
    }
}
