using System.Net;
using Microsoft.Extensions.DependencyInjection;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class AdminTests
{
    private readonly Gate _gate = new();

    [Fact]
    public async Task A_timer_can_be_fired_by_hand()
    {
        await using var runner = await StartAsync();

        var response = await runner.SendAsync(
            "POST", "admin/functions/everyfiveminutes", new StringContent("""{"input":""}"""));

        Assert.Equal(HttpStatusCode.Accepted, response.StatusCode);
        Assert.Empty(await response.Content.ReadAsByteArrayAsync());
        await _gate.EnteredAsync();
    }

    [Fact]
    public async Task An_unknown_name_is_404()
    {
        await using var runner = await StartAsync();

        Assert.Equal(HttpStatusCode.NotFound, (await runner.SendAsync("POST", "admin/functions/nothing")).StatusCode);
    }

    [Theory]
    [InlineData("master", HttpStatusCode.Accepted)]
    [InlineData("host", HttpStatusCode.Unauthorized)]
    [InlineData("", HttpStatusCode.Unauthorized)]
    public async Task Where_keys_are_configured_it_takes_the_master_key(string key, HttpStatusCode status)
    {
        await using var runner = await StartAsync("--Functions:Keys:Master", "master", "--Functions:Keys:Host", "host");

        var response = await runner.SendAsync("POST", $"admin/functions/EveryFiveMinutes?code={key}");

        Assert.Equal(status, response.StatusCode);
    }

    private Task<Runner> StartAsync(params string[] args) => Runner.StartAsync(new RunnerSetup
    {
        Types = [typeof(TimerFunctions)],
        Args = ["--port", "0", .. args],
        Configure = builder => builder.Services.AddSingleton(_gate),
    });
}
