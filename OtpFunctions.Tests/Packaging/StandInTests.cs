using System.Text.Json;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Packaging;

/// <summary>Which packages a build takes, and that a stand-in never ships: asked of the real commands.</summary>
public sealed class StandInTests : IDisposable
{
    private readonly string _folder = System.IO.Directory.CreateTempSubdirectory("otpfunctions-packaging-").FullName;

    public void Dispose() => System.IO.Directory.Delete(_folder, recursive: true);

    [Fact]
    public async Task Publishing_stand_ins_is_refused_with_what_to_do()
    {
        var (exitCode, output) = await RunAsync("publish", "OtpFunctions", "--no-restore", "-p:AzurePackages=standins");

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error OTP0001: A stand-in never ships.", output, StringComparison.Ordinal);
        Assert.Contains("./dev setup", output, StringComparison.Ordinal);
        Assert.Contains("-p:AzurePackages=nuget", output, StringComparison.Ordinal);
        Assert.Empty(System.IO.Directory.EnumerateFiles(_folder, "*.dll", SearchOption.AllDirectories));
    }

    [Theory]
    [InlineData("restore")]
    [InlineData("build", "--no-restore")]
    [InlineData("publish", "--no-restore")]
    public async Task An_unknown_choice_is_refused_with_what_to_do(string command, params string[] more)
    {
        var (exitCode, output) = await RunAsync([command, "OtpFunctions", .. more, "-p:AzurePackages=xyz"]);

        Assert.NotEqual(0, exitCode);
        Assert.Contains("error OTP0002: AzurePackages is 'xyz'", output, StringComparison.Ordinal);
        Assert.Contains("./dev setup", output, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("OtpFunctions")]
    [InlineData("OtpFunctions.Core")]
    [InlineData("OtpFunctions.Tests")]
    public async Task The_official_packages_leave_no_stand_in(string project)
    {
        var (packages, projects) = await ItemsOfAsync(project, "nuget");

        Assert.DoesNotContain(projects, reference => reference.Contains("standins", StringComparison.Ordinal));
        Assert.Equal(ProjectFiles.PackagesOf(project).Order(), packages.Order());
    }

    [Theory]
    [InlineData("OtpFunctions")]
    [InlineData("OtpFunctions.Core")]
    [InlineData("OtpFunctions.Tests")]
    public async Task The_stand_ins_leave_no_official_package(string project)
    {
        var (packages, projects) = await ItemsOfAsync(project, "standins");

        Assert.Empty(packages.Intersect(ProjectFiles.Official));
        Assert.Equal(ProjectFiles.PackagesOf(project).Except(ProjectFiles.Official).Order(), packages.Order());
        Assert.Contains(projects, reference => reference.Contains("standins", StringComparison.Ordinal));
        Assert.All(projects, reference =>
            Assert.True(File.Exists(Path.Combine(Repository.PathOf(project), reference)), $"{reference} is missing"));
    }

    // Everything it writes lies in a folder of its own: the build that runs these tests keeps its obj.
    private Task<(int ExitCode, string Output)> RunAsync(params string[] arguments) =>
        Dotnet.RunAsync([.. arguments, "--artifacts-path", _folder]);

    private static async Task<(List<string> Packages, List<string> Projects)> ItemsOfAsync(string project, string choice)
    {
        var (exitCode, output) = await Dotnet.RunAsync(
            "msbuild", project, "-getItem:PackageReference", "-getItem:ProjectReference", $"-p:AzurePackages={choice}");
        Assert.True(exitCode == 0, output);
        using var json = JsonDocument.Parse(output);
        var items = json.RootElement.GetProperty("Items");
        return (NamesIn(items, "PackageReference"), NamesIn(items, "ProjectReference"));
    }

    private static List<string> NamesIn(JsonElement items, string kind) =>
        [.. items.GetProperty(kind).EnumerateArray().Select(item => item.GetProperty("Identity").GetString()!)];
}
