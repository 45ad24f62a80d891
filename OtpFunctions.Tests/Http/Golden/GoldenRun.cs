using System.Text;
using System.Text.Json.Nodes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http.Golden;

/// <summary>One golden case under way: its variables, and the calls it makes in its dialect.</summary>
internal abstract class GoldenRun
{
    /// <summary>What stands for what. Longest names first, so that $CODE does not match within a longer one.</summary>
    protected SortedDictionary<string, string> Variables { get; } =
        new(Comparer<string>.Create((one, other) => (-one.Length, one).CompareTo((-other.Length, other))));

    public abstract Task<Answer> CallAsync(GoldenStep step);

    /// <summary>Whether an earlier call went as its step says.</summary>
    public virtual bool IsAsWritten(GoldenStep step, Answer earlier) => (int)earlier.Status == step.Status;

    public JsonObject Expand(JsonObject template) => (JsonObject)Expand((JsonNode)template)!;

    /// <summary>A POST of the usual fields and headers, changed as the step says.</summary>
    protected HttpRequestMessage RequestOf(GoldenStep step, string path, JsonObject fields, JsonObject? headers = null)
    {
        var request = new HttpRequestMessage(HttpMethod.Post, path)
        {
            Content = step.Raw is null
                ? JsonContent.Create(BodyOf(step, fields))
                : new StringContent(step.Raw, Encoding.UTF8, "application/json"),
        };
        foreach (var (name, value) in Expand(Changed(headers ?? [], step.Headers)))
        {
            if (value is not null)
                request.Headers.Add(name, value.GetValue<string>());
        }

        return request;
    }

    private JsonObject BodyOf(GoldenStep step, JsonObject fields)
    {
        var body = Changed(fields, step.With);
        foreach (var name in step.Without)
            Assert.True(body.Remove(name), $"There is no {name} to leave out.");

        return Expand(body);
    }

    private static JsonObject Changed(JsonObject usual, JsonObject? changes)
    {
        foreach (var (name, value) in changes ?? [])
            usual[name] = value?.DeepClone();

        return usual;
    }

    private JsonNode? Expand(JsonNode? node) => node switch
    {
        JsonObject parent => new JsonObject(parent.Select(pair => KeyValuePair.Create(pair.Key, Expand(pair.Value)))),
        JsonValue value when value.TryGetValue<string>(out var text) => Variables.Aggregate(
            text, (expanded, variable) => expanded.Replace(variable.Key, variable.Value, StringComparison.Ordinal)),
        _ => node?.DeepClone(),
    };
}
