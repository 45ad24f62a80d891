using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;
using OtpFunctions.Tests.Http.Golden;

namespace OtpFunctions.Tests.Http.Starlight;

/// <summary>A golden case of the Starlight dialect: a user and callers of its own.</summary>
internal sealed class StarlightRun : GoldenRun
{
    private const string Unique = "$UNIQUE";
    private readonly SharedApp _shared;

    private StarlightRun(SharedApp shared) => _shared = shared;

    public static async Task<StarlightRun> BeginAsync(SharedApp shared, JsonObject? config)
    {
        var run = new StarlightRun(shared);
        var (email, mobile) = (Recipients.Email(), Recipients.Mobile());
        run.Variables[Unique] = email[1..email.IndexOf('@', StringComparison.Ordinal)];
        run.Variables["$EMAIL"] = email;
        run.Variables["$SHOUTED_EMAIL"] = email.ToUpperInvariant();
        run.Variables["$MASKED_EMAIL"] = "****" + email[4..];
        run.Variables["$MOBILE"] = mobile;
        run.Variables["$SPELLED_MOBILE"] = $"+86 {mobile[..3]}-{mobile[3..7]} {mobile[7..]}";
        run.Variables["$MASKED_MOBILE"] = $"{mobile[..3]}****{mobile[7..]}";
        run.Variables["$ABROAD"] = Recipients.Abroad();
        run.Variables["$MASKED_ABROAD"] = $"+44****{run.Variables["$ABROAD"][^4..]}";
        run.Variables["$USER"] = await run.MakeUserAsync(config);
        run.Variables["$TOKEN"] = (await StarlightCaller.NewAsync(shared.App, "other", StarlightCaller.Permission)).Token;
        run.Variables["$OTHER_TOKEN"] = (await StarlightCaller.NewAsync(shared.App, "other")).Token;
        run.Variables["$CODE"] = "123456";
        run.Variables["$WRONG"] = "654321";
        return run;
    }

    public override async Task<Answer> CallAsync(GoldenStep step)
    {
        var fields = new JsonObject { ["user_name"] = "$USER" };
        if (step.Call == "check_verification_code")
            fields["verification_code"] = "$CODE";

        var headers = new JsonObject { [StarlightCaller.TokenHeader] = "$TOKEN" };
        var request = RequestOf(step, $"api/user/user_verify/{step.Call}", fields, headers);
        var answer = await Answer.ReadAsync(_shared.Http.SendAsync(request));
        if (answer.Json.GetProperty("spec") is { ValueKind: System.Text.Json.JsonValueKind.Object } spec)
        {
            var code = spec.GetProperty("verification_code").GetString()!;
            Variables["$CODE"] = code;
            Variables["$WRONG"] = CodeBench.WrongFor(code);
        }

        return answer;
    }

    public override bool IsAsWritten(GoldenStep step, Answer earlier) =>
        base.IsAsWritten(step, earlier) && earlier.Json.GetProperty("code").GetInt32() == (step.Code ?? 200);

    private Task<string> MakeUserAsync(JsonObject? config)
    {
        var addresses = Expand(new JsonObject { ["email"] = "$EMAIL", ["telephone"] = "$MOBILE" });
        foreach (var (name, value) in Expand(config ?? []))
            addresses[name] = value?.DeepClone();

        return StarlightCaller.UserAsync(
            _shared.App, addresses["email"]?.GetValue<string>(), addresses["telephone"]?.GetValue<string>());
    }
}
