using System.Net;
using System.Security.Cryptography;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Bodies;

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
    public const string Get = "get_internal_verification_code";
    public const string Check = "check_verification_code";
    public const string SendVerify = "send-verify-code";
    public const string CheckVerify = "check-verify-code";
    public const string Generate = "captcha generate";
    public const string Validate = "captcha validate";

    private readonly HttpClient _http;
    private readonly HttpMethod _method;
    private readonly string _path;
    private readonly (string Name, string Value)? _header;
    private readonly BodyAnswers _answers;

    private BodyTarget(
        HttpClient http, BodyAnswers answers, (HttpMethod Method, string Path) call, JsonObject valid,
        (string Name, string Value)? header = null) =>
        (_http, _answers, (_method, _path), Valid, _header) = (http, answers, call, valid, header);

    public static string[] Names { get; } =
    [
        Send, Verify, Get, Check, SendVerify, CheckVerify, Generate, Validate,
        Create, Configure, CreateUser, PutUser, OpenSession, CreateCaller,
    ];

    /// <summary>A body it takes.</summary>
    public JsonObject Valid { get; }

    /// <summary>The methods its path knows.</summary>
    public static string[] MethodsAt(string name) => name switch
    {
        Create or CreateUser or CreateCaller => ["GET", "POST"],
        PutUser => ["GET", "PUT", "DELETE"],
        Configure => ["GET", "PUT"],
        _ => ["POST"],
    };

    public static Task<BodyTarget> OfAsync(string name, SharedApp shared) => name switch
    {
        Send or Verify => OnlyIdAsync(name, shared),
        Get or Check => StarlightAsync(name, shared),
        SendVerify or CheckVerify => Task.FromResult(Fresns(name, shared)),
        Generate or Validate => Task.FromResult(Captcha(name, shared)),
        _ => ConsoleAsync(name, shared),
    };

    public Task<Answer> CallAsync(HttpContent content, HttpMethod? method = null, bool? chunked = null)
    {
        var request = new HttpRequestMessage(method ?? _method, _path) { Content = content };
        request.Headers.TransferEncodingChunked = chunked;
        if (_header is { } header)
            request.Headers.Add(header.Name, header.Value);

        return Answer.ReadAsync(_http.SendAsync(request));
    }

    public void ExpectTaken(Answer answer) => _answers.ExpectTaken(answer);

    public void ExpectMalformed(Answer answer) => _answers.ExpectMalformed(answer);

    public void ExpectTooLarge(Answer answer) => _answers.ExpectTooLarge(answer);

    public void ExpectBadField(Answer answer, string field) => _answers.ExpectBadField(answer, field);

    private static async Task<BodyTarget> OnlyIdAsync(string name, SharedApp shared)
    {
        var app = await shared.Console.CreateAsync();
        var recipient = Recipients.Mobile();
        var body = app.Body(recipient);
        if (name == Verify)
            body["code"] = await app.CodeAsync(recipient);

        return new(shared.Http, new OnlyIdBodyAnswers(), (HttpMethod.Post, $"api/open/{name}"), body);
    }

    private static async Task<BodyTarget> StarlightAsync(string name, SharedApp shared)
    {
        var caller = await StarlightCaller.NewAsync(shared.App, StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(shared.App, Recipients.Email());
        var body = new JsonObject { ["user_name"] = user };
        if (name == Check)
            body["verification_code"] = (await caller.SentAsync(user)).GetProperty("verification_code").GetString();

        var path = name == Check ? StarlightCaller.Check : StarlightCaller.Get;
        return new(
            shared.Http, new StarlightBodyAnswers(), (HttpMethod.Post, path), body,
            (StarlightCaller.TokenHeader, caller.Token));
    }

    private static BodyTarget Fresns(string name, SharedApp shared)
    {
        var isCheck = name == CheckVerify;
        var body = FresnsCaller.About(Recipients.Email());
        body[isCheck ? "verifyCode" : "useType"] = isCheck ? "123456" : 5;
        // A code that was never sent is wrong, once the body is read.
        var answers = new FresnsBodyAnswers(isCheck ? 33203 : 0);
        return new(shared.Http, answers, (HttpMethod.Post, $"api/v2/common/{name}"), body);
    }

    // An answer to what nobody was asked is wrong, once the body is read.
    private static BodyTarget Captcha(string name, SharedApp shared) => new(
        shared.Http,
        new CaptchaBodyAnswers(name == Validate ? 100 : 0),
        (HttpMethod.Post, CaptchaCaller.Path),
        name == Validate
            ? CaptchaCaller.Body("img", "validate", new() { ["code"] = "a", ["rand"] = "b" })
            : CaptchaCaller.Body("img", "generate"),
        (CaptchaCaller.KeyHeader, shared.App.FunctionKey));

    private static async Task<BodyTarget> ConsoleAsync(string name, SharedApp shared)
    {
        var user = "b" + RandomNumberGenerator.GetHexString(12, lowercase: true);
        if (name is PutUser or OpenSession)
            (await shared.ConsoleOf("users").PostAsync(new JsonObject { ["userName"] = user })).Expect(HttpStatusCode.Created);

        var (path, valid) = name switch
        {
            Create => ("clients", new JsonObject { ["name"] = "Bad input" }),
            CreateUser => ("users", new JsonObject { ["userName"] = user }),
            PutUser => ($"users/{user}", new JsonObject { ["email"] = Recipients.Email() }),
            OpenSession => ($"users/{user}/sessions", new JsonObject { ["uid"] = "10001" }),
            CreateCaller => ("callers", new JsonObject { ["name"] = "Bad input", ["permissions"] = new JsonArray("a") }),
            _ => ($"clients/{(await shared.Console.CreateAsync()).ClientId}/otp-config", ConsoleCaller.OtpConfig()),
        };
        var isPut = name is PutUser or Configure;
        return new(
            shared.Http,
            new ConsoleBodyAnswers(isPut ? HttpStatusCode.OK : HttpStatusCode.Created),
            (isPut ? HttpMethod.Put : HttpMethod.Post, $"api/console/{path}"),
            valid,
            ("Authorization", $"Bearer {shared.App.ConsoleKey}"));
    }
}
