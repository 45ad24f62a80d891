using System.Text.Json.Nodes;
using OtpFunctions.Tests.Addresses;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Bodies;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>Every function of the app, with applications, users and callers of one worker's own.</summary>
internal static class FuzzCorpus
{
    private const string Digits = "0123456789";
    private const string Report = "Microsoft.Communication.EmailDeliveryReportReceived";

    public static async Task<IReadOnlyList<FuzzEndpoint>> NewAsync(FunctionApp app) =>
    [
        .. await OnlyIdAsync(app),
        .. await StarlightAsync(app),
        .. await FresnsAsync(app),
        .. await CaptchaAsync(app),
        .. await ConsoleEndpoints.NewAsync(app),
        new("Health", "GET", "api/health", FuzzShapes.Health) { Weight = 2 },
        new("HealthReady", "GET", "api/health/ready", FuzzShapes.Ready) { Weight = 1 },
        new("DevOutbox", "GET", "api/dev/outbox?to=a", FuzzShapes.Outbox) { Weight = 1 },
        new("DeliveryReports", "POST", "api/delivery-reports", FuzzShapes.Reports)
        {
            Body = Events,
            Headers = Key(app),
            LargestBody = 1024 * 1024,
        },
    ];

    private static async Task<FuzzEndpoint[]> OnlyIdAsync(FunctionApp app)
    {
        var caller = await new ConsoleCaller(app.Http, app.ConsoleKey).CreateAsync();
        var known = Recipients.Email();
        var code = await caller.CodeAsync(known, ("maxFailCount", 20));
        return
        [
            Endpoint("OnlyIdSendOtp", "api/open/send-otp", bytes => With(
                caller.Body(Recipient(bytes)), ("code", "abc123"), ("expireMin", 5), ("maxFailCount", 5), ("reuse", true))),
            Endpoint("OnlyIdVerifyOtp", "api/open/verify-otp", bytes => With(
                caller.Body(bytes.Next(4) == 0 ? known : Recipient(bytes)), ("code", code))),
        ];

        static FuzzEndpoint Endpoint(string name, string path, Func<SeededBytes, JsonNode> body) =>
            new(name, "POST", path, FuzzShapes.OnlyId) { Body = body, Refusals = new OnlyIdBodyAnswers(), Weight = 20 };
    }

    private static async Task<FuzzEndpoint[]> StarlightAsync(FunctionApp app)
    {
        var caller = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var user = await StarlightCaller.UserAsync(app, Recipients.Email(), Recipients.Mobile());
        return
        [
            Endpoint("StarlightGetInternalVerificationCode", StarlightCaller.Get, ("by_telephone", true)),
            Endpoint("StarlightCheckVerificationCode", StarlightCaller.Check, ("verification_code", "123456")),
        ];

        FuzzEndpoint Endpoint(string name, string path, (string, JsonNode) field) =>
            new(name, "POST", path, FuzzShapes.Starlight)
            {
                Body = _ => With(new() { ["user_name"] = user }, field),
                Refusals = new StarlightBodyAnswers(),
                Headers = [(StarlightCaller.TokenHeader, caller.Token)],
                Weight = 20,
            };
    }

    private static async Task<FuzzEndpoint[]> FresnsAsync(FunctionApp app)
    {
        var account = await FresnsAccount.OpenAsync(app, "email", "phone");
        return
        [
            new("FresnsSendVerifyCode", "POST", "api/v2/common/send-verify-code", FuzzShapes.Fresns)
            {
                Body = bytes => With(FresnsCaller.About(Recipient(bytes), 1 + bytes.Next(8)), ("useType", 1 + bytes.Next(5))),
                Refusals = new FresnsBodyAnswers(0),
                Headers = account.Headers,
                Weight = 20,
            },
            new("FresnsCheckVerifyCode", "POST", "api/v2/common/check-verify-code", FuzzShapes.Fresns)
            {
                Body = bytes => With(FresnsCaller.About(Recipient(bytes)), ("verifyCode", "123456")),
                Refusals = new FresnsBodyAnswers(0),
                Headers = Key(app),
                Weight = 20,
            },
        ];
    }

    private static async Task<FuzzEndpoint[]> CaptchaAsync(FunctionApp app)
    {
        var caller = new CaptchaCaller(app);
        var (_, picture, _) = await caller.PictureAsync();
        var (_, rand) = await caller.SmsAsync(Recipients.Mobile());
        var challenge = (await caller.DataAsync("pow", "generate")).GetProperty("challenge").GetString();
        return
        [
            new("CaptchaPost", "POST", CaptchaCaller.Path, FuzzShapes.Captcha)
            {
                Body = Body,
                Refusals = new CaptchaBodyAnswers(0),
                Headers = Key(app),
                Weight = 40,
            },
            new("CaptchaGetPicture", "GET", $"{CaptchaCaller.Path}/images/{picture}", FuzzShapes.Picture),
        ];

        // Pictures take long to paint: one in twelve.
        JsonObject Body(SeededBytes bytes) => bytes.Next(12) switch
        {
            0 => CaptchaCaller.Body("img", "generate", new() { ["inline"] = true }),
            1 or 2 => CaptchaCaller.Body("sms", "generate", new() { ["phone"] = "13" + Text(bytes, 9) }),
            3 => CaptchaCaller.Body("pow", "generate"),
            4 or 5 => CaptchaCaller.Body("pow", "validate", new() { ["challenge"] = challenge, ["solution"] = "a" }),
            6 or 7 => CaptchaCaller.Body("sms", "validate", new() { ["code"] = "12345", ["rand"] = rand }),
            8 => CaptchaCaller.Body("sms", "validate", new() { ["hash"] = new string('a', 32), ["rand"] = rand }),
            9 => CaptchaCaller.Body("img", "validate", new() { ["hash"] = new string('a', 32) }),
            _ => CaptchaCaller.Body("img", "validate", new() { ["code"] = "abcde", ["rand"] = "abcde" }),
        };
    }

    private static JsonArray Events(SeededBytes bytes)
    {
        var data = new JsonObject
        {
            ["messageId"] = "m" + Text(bytes, 20),
            ["status"] = "Delivered",
            ["recipient"] = "a@example.com",
            ["deliveryAttemptTimeStamp"] = "2020-01-05T11:45:30Z",
        };
        return new JsonArray(
            new JsonObject { ["eventType"] = "Other", ["subject"] = "x" },
            new JsonObject { ["eventType"] = Report, ["data"] = data });
    }

    private static (string, string)[] Key(FunctionApp app) => [(CaptchaCaller.KeyHeader, app.FunctionKey)];

    private static string Recipient(SeededBytes bytes) => bytes.Next(3) switch
    {
        0 => $"f{Text(bytes, 12)}@example.com",
        _ => "13" + Text(bytes, 9),
    };

    private static string Text(SeededBytes bytes, int length) =>
        string.Concat(Enumerable.Range(0, length).Select(_ => Digits[bytes.Next(Digits.Length)]));

    private static JsonObject With(JsonObject body, params (string Name, JsonNode Value)[] fields)
    {
        foreach (var (name, value) in fields)
            body[name] = value.DeepClone();

        return body;
    }
}
