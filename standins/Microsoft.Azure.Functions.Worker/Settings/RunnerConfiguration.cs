using Microsoft.Azure.Functions.Worker.Hosting;
using Microsoft.Extensions.Configuration;

namespace Microsoft.Azure.Functions.Worker.Settings;

internal sealed class RunnerConfiguration
{
    private readonly IConfiguration _commandLine;

    public RunnerConfiguration(string[] args, string workingDirectory)
    {
        _commandLine = new ConfigurationBuilder().AddCommandLine(args).Build();
        Merged = new ConfigurationBuilder()
            .AddInMemoryCollection(ReadLocalSettings(workingDirectory))
            .AddEnvironmentVariables()
            .AddConfiguration(_commandLine)
            .Build();
    }

    public IConfiguration Merged { get; }

    // Said when the host starts: the builder is made before anything can report it.
    public StartException? Failure { get; private set; }

    public string? EnvironmentName => Merged["AZURE_FUNCTIONS_ENVIRONMENT"];

    // Not from the merged settings: PORT and URLS are common names in an environment.
    public string? Port => _commandLine["port"];

    public string? Urls => _commandLine["urls"] ?? Merged["ASPNETCORE_URLS"];

    private IReadOnlyList<KeyValuePair<string, string?>> ReadLocalSettings(string directory)
    {
        try
        {
            return LocalSettings.Read(directory);
        }
        catch (StartException failure)
        {
            Failure = failure;
            return [];
        }
    }
}
