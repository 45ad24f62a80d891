using System.Reflection;
using System.Text;
using System.Text.RegularExpressions;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Http;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>Every answer of every function carries the id of the call: 32 hex digits, that of the caller's trace if it has one.</summary>
[Collection(SharedAppCollection.Name)]
public sealed partial class RequestIdTests(SharedApp shared)
{
    private const string Trace = "4bf92f3577b34da6a3ce929d0e0e4736";

    public static TheoryData<string, string> Functions()
    {
        var found = new TheoryData<string, string>();
        var triggers = typeof(RequestGuard).Assembly.GetTypes()
            .SelectMany(type => type.GetMethods())
            .Where(method => method.GetCustomAttribute<FunctionAttribute>() is not null)
            .SelectMany(method => method.GetParameters())
            .Select(parameter => parameter.GetCustomAttribute<HttpTriggerAttribute>())
            .OfType<HttpTriggerAttribute>();
        foreach (var trigger in triggers)
        {
            foreach (var method in trigger.Methods!)
                found.Add(method.ToUpperInvariant(), $"api/{Parameter().Replace(trigger.Route!, "nobody")}");
        }

        return found;
    }

    [Fact]
    public void There_are_many_functions() => Assert.InRange(Functions().Count, 25, 200);

    [Theory]
    [MemberData(nameof(Functions))]
    public async Task Every_function_tells_it(string method, string path)
    {
        var one = await CallAsync(method, path, "{}");
        var other = await CallAsync(method, path, "no JSON");
        var open = await CallAsync(method, path, "{}", isKnown: false);
        var large = await CallAsync(method, path, new string(' ', 500_000));

        string[] ids = [one, other, open, large];
        Assert.All(ids, id => Assert.Matches(@"^[0-9a-f]{32}\z", id));
        Assert.Distinct(ids);
    }

    [Fact]
    public async Task It_is_that_of_the_callers_trace() =>
        Assert.Equal(Trace, await CallAsync("GET", "api/health", header: ("traceparent", $"00-{Trace}-00f067aa0ba902b7-01")));

    /// <summary>What a caller writes there might be a secret, or made to look like another line of the log.</summary>
    [Theory]
    [InlineData("x-request-id", "planted-by-the-caller")]
    [InlineData("traceparent", "planted-by-the-caller")]
    [InlineData("traceparent", "00-00000000000000000000000000000000-00f067aa0ba902b7-01")]
    [InlineData("traceparent", "00-4BF92F3577B34DA6A3CE929D0E0E4736-00f067aa0ba902b7-01")]
    public async Task A_text_of_the_callers_own_is_not_taken(string name, string value)
    {
        var id = await CallAsync("GET", "api/health", header: (name, value));

        Assert.Matches(@"^[0-9a-f]{32}\z", id);
        Assert.DoesNotContain(id, value, StringComparison.OrdinalIgnoreCase);
    }

    private async Task<string> CallAsync(
        string method, string path, string? body = null, bool isKnown = true, (string Name, string Value)? header = null)
    {
        using var request = new HttpRequestMessage(new HttpMethod(method), path);
        if (body is not null && method != "GET")
            request.Content = new StringContent(body, Encoding.UTF8, "application/json");
        if (isKnown)
            request.Headers.Add("Authorization", $"Bearer {shared.App.ConsoleKey}");
        if (header is var (name, value))
            request.Headers.Add(name, value);

        request.Headers.Add(CaptchaCaller.KeyHeader, shared.App.FunctionKey);
        var answer = await Answer.ReadAsync(shared.Http.SendAsync(request));
        return answer.Header(RequestId.Header) ?? $"{(int)answer.Status} without an id";
    }

    [GeneratedRegex(@"\{\w+\??\}")]
    private static partial Regex Parameter();
}
