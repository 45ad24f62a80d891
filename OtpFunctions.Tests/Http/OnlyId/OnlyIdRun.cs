using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.OnlyId;

/// <summary>A golden case of the OnlyID dialect: an application and recipients of its own.</summary>
internal sealed class OnlyIdRun : GoldenRun
{
    private readonly SharedApp _shared;
    private readonly OnlyIdCaller _own;

    private OnlyIdRun(SharedApp shared, OnlyIdCaller own) => (_shared, _own) = (shared, own);

    public static async Task<OnlyIdRun> BeginAsync(SharedApp shared, JsonObject? config)
    {
        var own = await shared.Console.CreateAsync(config);
        var run = new OnlyIdRun(shared, own);
        run.Variables["$CLIENT_ID"] = own.ClientId;
        run.Variables["$CLIENT_SECRET"] = own.ClientSecret;
        run.Variables["$MOBILE"] = Recipients.Mobile();
        run.Variables["$EMAIL"] = Recipients.Email();
        run.Variables["$TAGGED"] = run.Variables["$EMAIL"].Replace("@", "+tag@", StringComparison.Ordinal);
        run.Variables["$ABROAD"] = Recipients.Abroad();
        var other = await shared.Console.CreateAsync();
        run.Variables["$OTHER_ID"] = other.ClientId;
        run.Variables["$OTHER_SECRET"] = other.ClientSecret;
        return run;
    }

    public override Task<Answer> CallAsync(GoldenStep step) => step.Call switch
    {
        "send-otp" => SendAsync(step),
        "verify-otp" => PostAsync(step, "$CODE"),
        "rotate-secret" => RotateAsync(),
        "delete-application" => _shared.Console.DeleteAsync(_own.ClientId),
        _ => throw new InvalidOperationException($"No call '{step.Call}'."),
    };

    private async Task<Answer> SendAsync(GoldenStep step)
    {
        var answer = await PostAsync(step, null);
        if (answer.Status == HttpStatusCode.OK)
        {
            Variables["$CODE"] = answer.Text("code");
            Variables["$CREATED"] = answer.Text("createDate");
        }

        return answer;
    }

    private async Task<Answer> RotateAsync()
    {
        var answer = await _shared.Console.PutAsync($"{_own.ClientId}/secret");
        Variables["$NEW_SECRET"] = answer.Text("clientSecret");
        return answer;
    }

    private Task<Answer> PostAsync(GoldenStep step, string? code)
    {
        var fields = new JsonObject
        {
            ["recipient"] = "$MOBILE",
            ["clientId"] = "$CLIENT_ID",
            ["clientSecret"] = "$CLIENT_SECRET",
        };
        if (code is not null)
            fields["code"] = code;

        return Answer.ReadAsync(_shared.Http.SendAsync(RequestOf(step, $"api/open/{step.Call}", fields)));
    }
}
