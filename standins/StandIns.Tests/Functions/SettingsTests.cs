using Microsoft.Azure.Functions.Worker.Builder;
using Microsoft.Azure.Functions.Worker.Settings;
using Microsoft.Extensions.Hosting;
using StandIns.Tests.Functions.Harness;
using StandIns.Tests.Functions.Samples;

namespace StandIns.Tests.Functions;

public sealed class SettingsTests : IDisposable
{
    private readonly Folder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public void Local_settings_become_configuration_whatever_separates_their_sections()
    {
        _folder.Write("local.settings.json", """
            {
              // As people write it.
              "IsEncrypted": false,
              "Values": { "A__B": "1", "A:C": "2", "D": true, },
            }
            """);

        var configuration = Build().Configuration;

        Assert.Equal("1", configuration["A:B"]);
        Assert.Equal("2", configuration.GetSection("A")["C"]);
        Assert.Equal("True", configuration["D"]);
    }

    [Fact]
    public void The_environment_wins_over_local_settings_and_the_command_line_over_both()
    {
        _folder.Write("local.settings.json", """{"Values":{"Win__A":"file","Win__B":"file","Win__C":"file"}}""");
        Environment.SetEnvironmentVariable("Win__B", "environment");
        Environment.SetEnvironmentVariable("Win__C", "environment");

        var configuration = Build("--Win:C", "command line").Configuration;

        Assert.Equal("file", configuration["Win:A"]);
        Assert.Equal("environment", configuration["Win:B"]);
        Assert.Equal("command line", configuration["Win:C"]);
    }

    [Fact]
    public void The_environment_is_Production_unless_a_setting_names_it()
    {
        Assert.True(Build().Environment.IsProduction());
        Assert.True(Build("--AZURE_FUNCTIONS_ENVIRONMENT", "Development").Environment.IsDevelopment());
    }

    [Fact]
    public async Task Local_settings_that_cannot_be_read_are_a_failed_start()
    {
        _folder.Write("local.settings.json", """{"Values":{"A":{}}}""");

        await using var runner = await Runner.StartAsync(new RunnerSetup { Directory = _folder.Path });

        Assert.Equal(1, runner.ExitCode);
        Assert.Contains(
            "local.settings.json: The value of 'A' must be a string.", runner.Error, StringComparison.Ordinal);
    }

    [Fact]
    public void A_byte_order_mark_does_no_harm()
    {
        _folder.Write("local.settings.json", "\uFEFF" + """{"Values":{"A":"1"}}""");

        Assert.Equal("1", Build().Configuration["A"]);
    }

    [Fact]
    public async Task A_host_json_that_cannot_be_read_is_a_failed_start()
    {
        _folder.Write("host.json", "{");

        await using var runner = await Runner.StartAsync(new RunnerSetup { Directory = _folder.Path });

        Assert.Equal(1, runner.ExitCode);
        Assert.StartsWith("Could not start: host.json: ", runner.Error, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("""{"extensions":{"http":{"routePrefix":"v1"}}}""", "v1/named")]
    [InlineData("""{"extensions":{"http":{"routePrefix":""}}}""", "named")]
    [InlineData("""{"version":"2.0"}""", "api/named")]
    public async Task The_route_prefix_is_taken_from_host_json(string json, string path)
    {
        _folder.Write("host.json", json);
        await using var runner = await Runner.StartAsync(
            new RunnerSetup { Directory = _folder.Path, Types = [typeof(RouteFunctions)] });

        Assert.Equal("named", await runner.GetAsync(path));
    }

    [Theory]
    [InlineData(null, null, "http://localhost:7071")]
    [InlineData("8080", null, "http://localhost:8080")]
    [InlineData("0", null, "http://127.0.0.1:0")]
    [InlineData("8080", "http://*:80", "http://localhost:8080")]
    [InlineData(null, "http://*:80;http://*:81", "http://*:80;http://*:81")]
    public void The_port_wins_over_urls_and_is_7071_by_default(string? port, string? urls, string listens) =>
        Assert.Equal(listens, string.Join(';', ListenAddress.Choose(port, urls)));

    private FunctionsApplicationBuilder Build(params string[] args) =>
        FunctionsApplication.CreateBuilder(args, new RunnerOptions { WorkingDirectory = _folder.Path });
}
