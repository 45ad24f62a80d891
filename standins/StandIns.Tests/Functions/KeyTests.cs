using System.Net;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class KeyTests
{
    private static readonly string[] Keys =
    [
        "--port", "0",
        "--Functions:Keys:Master", "master",
        "--Functions:Keys:Host", "host",
        "--Functions:Keys:Keyed", "own",
    ];

    [Theory]
    [InlineData("open", null, true)]
    [InlineData("open", "wrong", true)]
    [InlineData("keyed", "own", true)]
    [InlineData("keyed", "host", true)]
    [InlineData("keyed", "master", true)]
    [InlineData("keyed", "Own", false)]
    [InlineData("keyed", "wrong", false)]
    [InlineData("keyed", "", false)]
    [InlineData("keyed", null, false)]
    [InlineData("other", "host", true)]
    [InlineData("other", "own", false)]
    [InlineData("managed", "master", true)]
    [InlineData("managed", "host", false)]
    [InlineData("managed", null, false)]
    public async Task A_key_opens_what_its_level_opens(string function, string? key, bool opens)
    {
        await using var runner = await StartAsync(Keys);
        var byCode = await runner.SendAsync("GET", $"api/{function}{(key is null ? "" : $"?code={key}")}");
        if (key is not null)
            runner.Client.DefaultRequestHeaders.Add("x-functions-key", key);
        var byHeader = await runner.SendAsync("GET", $"api/{function}");

        Assert.All([byCode, byHeader], response =>
            Assert.Equal(opens ? HttpStatusCode.OK : HttpStatusCode.Unauthorized, response.StatusCode));
        Assert.Empty(await byHeader.Content.ReadAsByteArrayAsync());
    }

    [Theory]
    [InlineData("open")]
    [InlineData("keyed")]
    [InlineData("managed")]
    public async Task Without_configured_keys_every_level_is_open(string function)
    {
        await using var runner = await StartAsync(["--port", "0"]);

        Assert.Equal(HttpStatusCode.OK, (await runner.SendAsync("GET", $"api/{function}")).StatusCode);
    }

    private static Task<Runner> StartAsync(string[] args) =>
        Runner.StartAsync(new RunnerSetup { Types = [typeof(KeyFunctions)], Args = args });
}
