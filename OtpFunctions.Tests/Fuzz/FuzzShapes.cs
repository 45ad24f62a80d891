using System.Net;
using System.Text.Json;
using OtpFunctions.Fresns;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>The answers each dialect may give to anything: refusals and successes, and no fault of the service.</summary>
internal static class FuzzShapes
{
    public static Action<Answer>[] All { get; } =
        [OnlyId, Starlight, Fresns, Captcha, Console, Reports, Picture, Health, Ready, Outbox];

    public static void OnlyId(Answer answer)
    {
        Among(answer, 200, 400, 413, 429).Expect(answer.Status);
        if (answer.Status != HttpStatusCode.OK)
        {
            Assert.Equal(["error"], Names(answer));
            Assert.NotEmpty(answer.Text("error"));
        }
        else if (answer.Json.TryGetProperty("result", out var result))
        {
            Assert.Equal("success", result.GetString());
        }
        else
        {
            Assert.Equal(["recipient", "code", "createDate", "expireDate", "maxFailCount"], Names(answer));
        }
    }

    public static void Starlight(Answer answer)
    {
        Among(answer, 200, 413).Expect(answer.Status);
        Assert.Equal(["uuid", "code", "info", "kind", "total", "spec"], Names(answer));
        var code = answer.Json.GetProperty("code").GetInt32();
        Assert.DoesNotContain(code, (int[])[500, 503]);
        Assert.Equal(code == 200, answer.Json.GetProperty("spec").ValueKind != JsonValueKind.Null);
        Assert.Equal(code == 200, answer.Text("info").Length == 0);
    }

    public static void Fresns(Answer answer)
    {
        Among(answer, 200, 413).Expect(answer.Status);
        Assert.Equal("v2", answer.Header("Fresns-Api"));
        Assert.Equal(["code", "message", "data"], Names(answer));
        var code = (FresnsCode)answer.Json.GetProperty("code").GetInt32();
        Assert.True(Enum.IsDefined(code));
        Assert.DoesNotContain(code, (FresnsCode[])[FresnsCode.Busy, FresnsCode.Unexpected]);
        Assert.NotEmpty(answer.Text("message"));
    }

    public static void Captcha(Answer answer)
    {
        Among(answer, 200, 413).Expect(answer.Status);
        Assert.Equal(["id", "status", "message", "data"], Names(answer));
        Assert.True(answer.Json.GetProperty("id").TryGetInt64(out _));
        Assert.DoesNotContain(CaptchaCaller.StatusOf(answer), (int[])[500, 503, 1000]);
        Assert.NotEmpty(answer.Text("message"));
        Assert.Equal(JsonValueKind.Object, answer.Json.GetProperty("data").ValueKind);
    }

    public static void Console(Answer answer)
    {
        Among(answer, 200, 201, 204, 400, 401, 404, 409, 413);
        if (answer.Status == HttpStatusCode.NoContent)
            Assert.Empty(answer.Body);
        else if ((int)answer.Status < 400)
            answer.Expect(answer.Status);
        else
            answer.ExpectProblem(answer.Status);
    }

    public static void Reports(Answer answer)
    {
        Among(answer, 200, 400, 413);
        if (answer.Status != HttpStatusCode.OK)
            answer.ExpectProblem(answer.Status);
        else if (answer.Body.Length > 0)
            Assert.Equal(["validationResponse"], Names(answer));
    }

    public static void Picture(Answer answer)
    {
        Among(answer, 200, 404);
        Assert.Equal("nosniff", answer.Header("X-Content-Type-Options"));
        Assert.Equal("no-store", answer.Header("Cache-Control"));
        Assert.Equal(answer.Status == HttpStatusCode.OK ? "image/png" : null, answer.ContentType);
    }

    public static void Health(Answer answer) =>
        Assert.Equal("""{"status":"ok"}""", answer.Expect(HttpStatusCode.OK).Body);

    public static void Ready(Answer answer)
    {
        Assert.Equal(["status", "email", "sms"], Names(answer.Expect(HttpStatusCode.OK)));
        Assert.Equal("ok", answer.Text("status"));
    }

    public static void Outbox(Answer answer) => Assert.Equal(["list"], Names(answer.Expect(HttpStatusCode.OK)));

    private static Answer Among(Answer answer, params int[] statuses)
    {
        Assert.Contains((int)answer.Status, statuses);
        return answer;
    }

    private static IEnumerable<string> Names(Answer answer) => answer.Json.EnumerateObject().Select(field => field.Name);
}
