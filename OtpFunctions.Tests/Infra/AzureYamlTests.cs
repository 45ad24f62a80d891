using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Infra;

/// <summary>azure.yaml names what is there, and the template deploys what it names.</summary>
public sealed partial class AzureYamlTests
{
    private const string File = "azure.yaml";

    [Fact]
    public void Its_paths_exist() => Assert.Empty(Missing(Repository.Text(File)));

    [Theory]
    [InlineData("./OtpFunctions", "./Otp")]
    [InlineData("path: infra", "path: deploy")]
    [InlineData("module: main", "module: app")]
    [InlineData("infra/hooks/secrets.js", "infra/hooks/keys.js")]
    public void A_path_that_does_not_is_noticed(string from, string to) =>
        Assert.NotEmpty(Missing(Repository.Text(File).Replace(from, to, StringComparison.Ordinal)));

    [Fact]
    public void Its_service_is_the_tag_of_the_function_app()
    {
        var service = Service().Match(Repository.Text(File)).Groups[1].Value;

        Assert.Contains($"'azd-service-name': '{service}'", Repository.Text(Deployed.File), StringComparison.Ordinal);
    }

    [Fact]
    public void The_runtime_is_the_one_the_app_is_built_for()
    {
        var version = Target().Match(Repository.Text("Directory.Build.props")).Groups[1].Value;

        Assert.Matches($@"runtime: \{{\s+name: 'dotnet-isolated'\s+version: '{version}'", Repository.Text(Deployed.File));
    }

    private static IEnumerable<string> Missing(string text)
    {
        var project = Value(text, "project").Replace("./", "", StringComparison.Ordinal);
        var infra = Value(text, "path");
        string[] files =
        [
            $"{project}/{project}.csproj",
            $"{infra}/{Value(text, "module")}.bicep",
            $"{infra}/{Value(text, "module")}.parameters.json",
            .. Hook().Matches(text).Select(match => match.Groups[1].Value),
        ];
        Assert.InRange(files.Length, 5, 20);
        return files.Where(file => !Repository.Files.Contains(file));
    }

    private static string Value(string text, string key) =>
        Regex.Match(text, $"^ +{key}: (.+)$", RegexOptions.Multiline).Groups[1].Value;

    [GeneratedRegex(@"^services:\n  (\w+):", RegexOptions.Multiline)]
    private static partial Regex Service();

    [GeneratedRegex(@"\brun: node (\S+) \w+$", RegexOptions.Multiline)]
    private static partial Regex Hook();

    [GeneratedRegex("<TargetFramework>net([0-9.]+)</TargetFramework>")]
    private static partial Regex Target();
}
