using System.Text.Json;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.Captcha;

/// <summary>A golden case of the Captcha dialect: numbers of its own.</summary>
internal sealed class CaptchaRun : GoldenRun
{
    private readonly SharedApp _shared;

    public CaptchaRun(SharedApp shared)
    {
        _shared = shared;
        Variables["$KEY"] = shared.App.FunctionKey;
        Variables["$PHONE"] = Recipients.Mobile();
        Variables["$OTHER_PHONE"] = Recipients.Mobile();
        Variables["$ABROAD"] = Recipients.Abroad();
        Variables["$SOLUTION"] = "none";
        Variables["$CHALLENGE"] = "none";
        Keep("N4FSX", "nobodys");
    }

    public override async Task<Answer> CallAsync(GoldenStep step)
    {
        var (type, subtype) = (step.Call.Split('/')[0], step.Call.Split('/')[1]);
        var fields = CaptchaCaller.Body(type, subtype, UsualData(type, subtype));
        var headers = new JsonObject { [CaptchaCaller.KeyHeader] = "$KEY" };
        var answer = await Answer.ReadAsync(_shared.Http.SendAsync(RequestOf(step, CaptchaCaller.Path, fields, headers)));
        Keep(answer.Json.GetProperty("data"));
        return answer;
    }

    public override bool IsAsWritten(GoldenStep step, Answer earlier) =>
        base.IsAsWritten(step, earlier) && CaptchaCaller.StatusOf(earlier) == (step.Code ?? 0);

    private static JsonObject UsualData(string type, string subtype) => (type, subtype) switch
    {
        (_, "validate") when type == "pow" => new() { ["challenge"] = "$CHALLENGE", ["solution"] = "$SOLUTION" },
        (_, "validate") => new() { ["code"] = "$CODE", ["rand"] = "$RAND" },
        ("sms", _) => new() { ["phone"] = "$PHONE" },
        _ => [],
    };

    private void Keep(JsonElement data)
    {
        if (data.TryGetProperty("challenge", out var challenge))
        {
            Variables["$CHALLENGE"] = challenge.GetString()!;
            Variables["$SOLUTION"] = WorkBench.Solve(challenge.GetString()!, data.GetProperty("difficulty").GetInt32());
        }

        if (data.TryGetProperty("code", out var code) || data.TryGetProperty("title", out code))
            Keep(code.GetString()!, data.GetProperty("rand").GetString()!);
    }

    // What was the last captcha is then the one before.
    private void Keep(string code, string rand)
    {
        Variables["$OLD_RAND"] = Variables.GetValueOrDefault("$RAND", rand);
        Variables["$RAND"] = rand;
        Variables["$CODE"] = code;
        Variables["$LOWER_CODE"] = code.ToLowerInvariant();
        Variables["$UPPER_CODE"] = code.ToUpperInvariant();
        Variables["$WRONG"] = CaptchaCaller.WrongFor(code);
        Variables["$HASH"] = CaptchaCaller.HashOf(code.ToLowerInvariant(), rand);
        Variables["$UPPER_HASH"] = Variables["$HASH"].ToUpperInvariant();
        Variables["$WRONG_HASH"] = CaptchaCaller.HashOf(Variables["$WRONG"].ToLowerInvariant(), rand);
        Variables["$CODE_HASH"] = CaptchaCaller.HashOf(code.ToLowerInvariant(), "");
    }
}
