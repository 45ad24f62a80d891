using System.Net;
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
    public const string Get = "get_internal_verification_code";
    public const string Check = "check_verification_code";
    public const string SendVerify = "send-verify-code";
    public const string CheckVerify = "check-verify-code";

    private readonly HttpClient _http;
    private readonly HttpMethod _method;
    private readonly string _path;
    private readonly (string Name, string Value)? _header;
    private readonly BodyAnswers _answers;

    private BodyTarget(
        HttpClient http, BodyAnswers answers, (HttpMethod Method, string Path) call, JsonObject valid,
        (string Name, string Value)? header = null) =>
        (_http, _answers, (_method, _path), Valid, _header) = (http, answers, call, valid, header);

    public static string[] Names { get; } = [Send, Verify, Create, Configure, Get, Check, SendVerify, CheckVerify];

    /// <summary>A body it takes.</summary>
    public JsonObject Valid { get; }

    /// <summary>The methods its path knows.</summary>
    public static string[] MethodsAt(string name) => name switch
    {
        Create => ["GET", "POST"],
        Configure => ["GET", "PUT"],
        _ => ["POST"],
    };

    public static Task<BodyTarget> OfAsync(string name, SharedApp shared) => name switch
    {
        Send or Verify => OnlyIdAsync(name, shared),
        Get or Check => StarlightAsync(name, shared),
        SendVerify or CheckVerify => Task.FromResult(Fresns(name, shared)),
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

    private static async Task<BodyTarget> ConsoleAsync(string name, SharedApp shared)
    {
        var header = ("Authorization", $"Bearer {shared.App.ConsoleKey}");
        if (name == Create)
        {
            return new(
                shared.Http, new ConsoleBodyAnswers(HttpStatusCode.Created), (HttpMethod.Post, "api/console/clients"),
                new JsonObject { ["name"] = "Bad input" }, header);
        }

        var app = await shared.Console.CreateAsync();
        return new(
            shared.Http, new ConsoleBodyAnswers(HttpStatusCode.OK),
            (HttpMethod.Put, $"api/console/clients/{app.ClientId}/otp-config"), ConsoleCaller.OtpConfig(), header);
    }
}
