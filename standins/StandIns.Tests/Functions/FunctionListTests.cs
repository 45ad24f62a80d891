using Microsoft.Extensions.DependencyInjection;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class FunctionListTests
{
    [Fact]
    public async Task The_functions_are_listed_by_name_once_the_server_listens()
    {
        await using var runner = await Runner.StartAsync(new RunnerSetup
        {
            Types = [typeof(TimerFunctions), typeof(RouteFunctions)],
            Configure = builder => builder.Services.AddSingleton<Gate>(),
        });

        var url = $"http://localhost:{runner.Client.BaseAddress!.Port}/api";
        Assert.Equal(
            [
                "Functions:",
                $"\tAny: {url}/any",
                $"\tCode: [GET,POST] {url}/codes/{{code:int}}",
                "\tEveryFiveMinutes: timerTrigger",
                $"\tMe: [GET] {url}/users/me",
                $"\tNamed: [GET] {url}/Named",
                $"\tTyped: [GET] {url}/typed/{{number}}/{{key}}/{{flag}}/{{page?}}",
                $"\tUser: [GET] {url}/users/{{id}}",
            ],
            runner.Output.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
    }
}
