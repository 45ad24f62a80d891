using System.Net;
using OtpFunctions.Benchmarks.Load;

namespace OtpFunctions.Tests.Measuring;

public sealed class ReplayScenarioTests
{
    [Fact]
    public async Task A_step_waits_for_the_one_before_and_knows_the_key_and_the_version()
    {
        using var server = new ScriptedServer((_, _) => (HttpStatusCode.OK, "{}"));
        var none = new Dictionary<string, string>();
        var plan = new ReplayPlan("account", Convert.ToBase64String([1, 2, 3]), KeyLength: 20,
        [
            [new("GET", "http://host/account/application", none, 200), new("GET", "http://host/account/{key}", none, 200)],
            [new("PUT", "http://host/account/{key}", new() { ["If-Match"] = "{etag}" }, 200, """{"k":"{key}"}""")],
        ]);

        await new ReplayScenario(plan).RunAsync(server.Client, 0, default);
        await new ReplayScenario(plan).RunAsync(server.Client, 1, default);

        var keys = server.Asked.Select(asked => asked.Url.Split('/')[^1]).ToArray();
        Assert.Equal(["application", keys[1], keys[1], "application", keys[4], keys[4]], keys);
        Assert.NotEqual(keys[1], keys[4]);
        Assert.Equal(20, keys[1].Length);
        Assert.Equal($$"""{"k":"{{keys[1]}}"}""", server.Asked[2].Body);
        Assert.Contains("If-Match: \"version\"", server.Asked[2].Headers, StringComparison.Ordinal);
        Assert.All(server.Asked, asked => Assert.Contains("SharedKey account:", asked.Headers, StringComparison.Ordinal));
    }

    [Fact]
    public async Task Another_status_is_an_error()
    {
        using var server = new ScriptedServer((_, _) => (HttpStatusCode.PreconditionFailed, "{}"));
        var plan = new ReplayPlan("account", "", 20, [[new("GET", "http://host/", [], 200)]]);

        await Assert.ThrowsAsync<WrongAnswerException>(() => new ReplayScenario(plan).RunAsync(server.Client, 0, default));
    }

    [Theory]
    [InlineData(1, 1000)]
    [InlineData(0.25, 250)]
    [InlineData(0.183, 183)]
    [InlineData(0, 0)]
    public void A_call_is_made_in_its_share_of_the_operations(double share, int expected)
    {
        var call = new ReplayCall("GET", "http://host/", [], 200, Share: share);

        Assert.Equal(expected, Enumerable.Range(0, 1000).Count(number => call.IsOf(number)));
    }
}
