using System.Net;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.OnlyId;

/// <summary>One golden case under way: its variables, and the calls it makes.</summary>
internal sealed class GoldenRun
{
    private readonly SharedApp _shared;
    private readonly OnlyIdCaller _own;

    // Longest names first, so that $CODE does not match within a longer one.
    private readonly SortedDictionary<string, string> _variables =
        new(Comparer<string>.Create((one, other) => (-one.Length, one).CompareTo((-other.Length, other))));

    private GoldenRun(SharedApp shared, OnlyIdCaller own) => (_shared, _own) = (shared, own);

    public static async Task<GoldenRun> BeginAsync(SharedApp shared, JsonObject? config)
    {
        var own = await shared.Console.CreateAsync(config);
        var run = new GoldenRun(shared, own);
        run._variables["$CLIENT_ID"] = own.ClientId;
        run._variables["$CLIENT_SECRET"] = own.ClientSecret;
        run._variables["$MOBILE"] = Recipients.Mobile();
        run._variables["$EMAIL"] = Recipients.Email();
        run._variables["$TAGGED"] = run._variables["$EMAIL"].Replace("@", "+tag@", StringComparison.Ordinal);
        run._variables["$ABROAD"] = Recipients.Abroad();
        var other = await shared.Console.CreateAsync();
        run._variables["$OTHER_ID"] = other.ClientId;
        run._variables["$OTHER_SECRET"] = other.ClientSecret;
        return run;
    }

    public Task<Answer> CallAsync(GoldenStep step) => step.Call switch
    {
        "send-otp" => SendAsync(step),
        "verify-otp" => PostAsync(step, BodyOf(step, "$CODE")),
        "rotate-secret" => RotateAsync(),
        "delete-application" => _shared.Console.DeleteAsync(_own.ClientId),
        _ => throw new InvalidOperationException($"No call '{step.Call}'."),
    };

    public JsonObject Expand(JsonObject template) => (JsonObject)Expand((JsonNode)template)!;

    private async Task<Answer> SendAsync(GoldenStep step)
    {
        var answer = await PostAsync(step, BodyOf(step, null));
        if (answer.Status == HttpStatusCode.OK)
        {
            _variables["$CODE"] = answer.Text("code");
            _variables["$CREATED"] = answer.Text("createDate");
        }

        return answer;
    }

    private async Task<Answer> RotateAsync()
    {
        var answer = await _shared.Console.PutAsync($"{_own.ClientId}/secret");
        _variables["$NEW_SECRET"] = answer.Text("clientSecret");
        return answer;
    }

    private Task<Answer> PostAsync(GoldenStep step, JsonObject body)
    {
        var address = new Uri($"api/open/{step.Call}", UriKind.Relative);
        return Answer.ReadAsync(_shared.Http.PostAsync(address, JsonContent.Create(body)));
    }

    private JsonObject BodyOf(GoldenStep step, string? code)
    {
        var body = new JsonObject
        {
            ["recipient"] = "$MOBILE",
            ["clientId"] = "$CLIENT_ID",
            ["clientSecret"] = "$CLIENT_SECRET",
        };
        if (code is not null)
            body["code"] = code;

        foreach (var (name, value) in step.With ?? [])
            body[name] = value?.DeepClone();

        foreach (var name in step.Without)
            Assert.True(body.Remove(name), $"There is no {name} to leave out.");

        return Expand(body);
    }

    private JsonNode? Expand(JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Select(pair => KeyValuePair.Create(pair.Key, Expand(pair.Value)))),
        JsonValue value when value.TryGetValue<string>(out var text) => _variables.Aggregate(
            text, (expanded, variable) => expanded.Replace(variable.Key, variable.Value, StringComparison.Ordinal)),
        _ => node?.DeepClone(),
    };
}
