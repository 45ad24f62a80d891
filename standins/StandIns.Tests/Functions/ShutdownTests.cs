using Microsoft.Extensions.DependencyInjection;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class ShutdownTests
{
    [Fact]
    public async Task A_request_under_way_finishes()
    {
        var gate = new Gate();
        await using var runner = await Runner.StartAsync(new RunnerSetup
        {
            Types = [typeof(PlainFunctions)],
            Configure = builder => builder.Services.AddSingleton(gate),
        });
        var answer = runner.GetAsync("api/gated");
        await gate.EnteredAsync();

        var stopped = runner.Host.StopAsync();
        Assert.False(stopped.IsCompleted);
        gate.Open();

        Assert.Equal("finished", await answer);
        await stopped;
        Assert.Null(runner.ExitCode);
    }
}
