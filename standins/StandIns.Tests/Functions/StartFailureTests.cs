using System.Globalization;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class StartFailureTests
{
    private const string Samples = "StandIns.Tests.Functions.Samples";

    [Theory]
    [InlineData($"'Twice': {Samples}.BadFunctions.First and {Samples}.BadFunctions.Second have the same name")]
    [InlineData("'Reserved': its route 'Admin/x' is reserved")]
    [InlineData("'Unbound': its parameter 'other' of type String is not supported")]
    [InlineData("'Untyped': its parameter 'id' of type Uri is not supported")]
    [InlineData("'Unwritable': it returns String")]
    [InlineData("'Unrouted': its route '{open' cannot be read")]
    [InlineData("'Untriggered': it needs one trigger and has 0")]
    [InlineData("'Unscheduled': its schedule 'now and then' is neither")]
    [InlineData("'Unset': its schedule is the setting 'Not:Set', which is not set")]
    public async Task A_function_that_cannot_run_is_named_at_start(string message)
    {
        await using var runner = await Runner.StartAsync(typeof(BadFunctions));

        Assert.Equal(1, runner.ExitCode);
        Assert.Contains($"Could not start: Function {message}", runner.Error, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_taken_port_is_one_line_and_exit_code_1()
    {
        await using var first = await Runner.StartAsync(typeof(RouteFunctions));
        var port = first.Client.BaseAddress!.Port.ToString(CultureInfo.InvariantCulture);

        await using var second = await Runner.StartAsync(new RunnerSetup { Args = ["--port", port] });

        Assert.Equal(1, second.ExitCode);
        var line = Assert.Single(second.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Contains($":{port}: address already in use.", line, StringComparison.Ordinal);
        Assert.Empty(second.Logs.Lines);
    }

    [Fact]
    public async Task Options_that_do_not_validate_are_listed_without_a_stack()
    {
        await using var runner = await Runner.StartAsync(new RunnerSetup
        {
            Configure = builder => builder.Services.AddOptions<SampleOptions>()
                .Validate(_ => false, "First is wrong.")
                .Validate(_ => false, "Second is wrong.")
                .ValidateOnStart(),
        });

        Assert.Equal(1, runner.ExitCode);
        Assert.Equal(
            ["Could not start: First is wrong.", "Could not start: Second is wrong."],
            runner.Error.Split(Environment.NewLine, StringSplitOptions.RemoveEmptyEntries));
        Assert.Empty(runner.Logs.Lines);
    }

    [Fact]
    public async Task Run_returns_when_the_start_failed()
    {
        await using var runner = await Runner.StartAsync(new RunnerSetup { Args = ["--port", "many"] });

        await runner.Host.WaitForShutdownAsync();

        Assert.Equal(1, runner.ExitCode);
        Assert.Contains("--port must be a number from 0 to 65535, not 'many'.", runner.Error, StringComparison.Ordinal);
    }
}
