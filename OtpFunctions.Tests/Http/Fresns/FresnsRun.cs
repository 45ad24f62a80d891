using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.Fresns;

/// <summary>A golden case of the Fresns dialect: recipients of its own, and accounts where the case has one signed in.</summary>
internal sealed class FresnsRun : GoldenRun
{
    private static readonly string[] Known = ["$EMAIL", "$MOBILE", "$OWN_EMAIL", "$OWN_MOBILE"];
    private readonly SharedApp _shared;
    private readonly FresnsCaller _caller;
    private string _session = "";

    private FresnsRun(SharedApp shared) => (_shared, _caller) = (shared, new FresnsCaller(shared.Http));

    public static async Task<FresnsRun> BeginAsync(SharedApp shared, JsonObject? config)
    {
        var run = new FresnsRun(shared);
        run.Variables["$EMAIL"] = Recipients.Email();
        run.Variables["$TAGGED"] = run.Variables["$EMAIL"].Replace("@", "+tag@", StringComparison.Ordinal);
        run.Variables["$NOT_YOPMAIL"] = Recipients.Email().Replace("example.com", "notyopmail.com", StringComparison.Ordinal);
        run.Variables["$OTHER_RECIPIENT"] = Recipients.Email();
        run.Variables["$MOBILE"] = Recipients.Mobile();
        run.Variables["$ABROAD"] = Recipients.Abroad();
        if (config?["has"] is JsonArray has)
            await run.SignInAsync([.. has.Select(kind => kind!.GetValue<string>())]);

        return run;
    }

    public override async Task<Answer> CallAsync(GoldenStep step)
    {
        switch (step.Call)
        {
            case "send-verify-code":
                return await PostAsync(step, "send-verify-code", new() { ["useType"] = 5 }, []);
            case "send-signed-in":
                return await PostAsync(step, "send-verify-code", new() { ["useType"] = 4 }, SignedIn());
            case "check-verify-code":
                Variables["$CODE"] = await NewestCodeAsync() ?? "none";
                return await PostAsync(step, "check-verify-code", new() { ["verifyCode"] = "$CODE" }, []);
            case "close-session":
                return await _shared.ConsoleOf("users").DeleteAsync($"{Variables["$AID"]}/sessions/{_session}");
            default:
                throw new InvalidOperationException($"No call '{step.Call}'.");
        }
    }

    public override bool IsAsWritten(GoldenStep step, Answer earlier) =>
        base.IsAsWritten(step, earlier)
        && (earlier.Body.Length == 0 || FresnsCaller.CodeOf(earlier) == (step.Code ?? 0));

    private static JsonObject SignedIn() => new()
    {
        ["X-Fresns-Aid"] = "$AID",
        ["X-Fresns-Aid-Token"] = "$AID_TOKEN",
        ["X-Fresns-Uid"] = "$UID",
        ["X-Fresns-Uid-Token"] = "$UID_TOKEN",
    };

    private Task<Answer> PostAsync(GoldenStep step, string call, JsonObject more, JsonObject headers)
    {
        var fields = new JsonObject { ["type"] = "email", ["templateId"] = 1, ["account"] = "$EMAIL" };
        foreach (var (name, value) in more)
            fields[name] = value?.DeepClone();

        return Answer.ReadAsync(_shared.Http.SendAsync(RequestOf(step, $"api/v2/common/{call}", fields, headers)));
    }

    private async Task SignInAsync(string[] has)
    {
        var own = await FresnsAccount.OpenAsync(_shared, has);
        var other = await FresnsAccount.OpenAsync(_shared, "email", "phone");
        _session = own.Session;
        Variables["$AID"] = own.Aid;
        Variables["$AID_CAPITALS"] = own.Aid.ToUpperInvariant();
        Variables["$AID_TOKEN"] = own.AidToken;
        Variables["$UID"] = FresnsAccount.Uid;
        Variables["$UID_TOKEN"] = own.UidToken;
        Variables["$OWN_EMAIL"] = own.Email;
        Variables["$OWN_CAPITALS"] = own.Email.ToUpperInvariant();
        Variables["$OWN_MOBILE"] = own.Mobile;
        Variables["$OTHER_TOKEN"] = other.AidToken;
        Variables["$OTHER_UID_TOKEN"] = other.UidToken;
        Variables["$OTHER_EMAIL"] = other.Email;
        Variables["$OTHER_MOBILE"] = other.Mobile;
    }

    private async Task<string?> NewestCodeAsync()
    {
        foreach (var name in Known)
        {
            if (Variables.TryGetValue(name, out var to) && await _caller.NewestAsync(to) is { } message)
                return message.GetProperty("code").GetString();
        }

        return null;
    }
}
