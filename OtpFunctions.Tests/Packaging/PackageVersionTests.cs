using System.Text.Json;
using System.Text.RegularExpressions;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Packaging;

/// <summary>Every package is named by its official name, and pinned to one version in one place.</summary>
public sealed partial class PackageVersionTests
{
    private const string Versions = "Directory.Packages.props";

    [Fact]
    public void The_product_names_every_official_package()
    {
        string[] named = [.. ProjectFiles.PackagesOf("OtpFunctions"), .. ProjectFiles.PackagesOf("OtpFunctions.Core")];

        Assert.Empty(ProjectFiles.Official.Except(named));
    }

    [Fact]
    public void Versions_stand_in_one_file() =>
        Assert.Empty(ProjectFiles.All.Where(file => file != Versions).SelectMany(file => StrayVersions(Repository.Text(file))));

    [Theory]
    [InlineData("<PackageReference Include='A' Version='1.0.0' />")]
    [InlineData("<PackageReference Include='A' VersionOverride='1.0.0' />")]
    [InlineData("<PackageReference Include='A'><Version>1.0.0</Version></PackageReference>")]
    [InlineData("<PackageVersion Include='A' Version='1.0.0' />")]
    public void A_version_elsewhere_is_reported(string item) => Assert.NotEmpty(StrayVersions($"<Project>{item}</Project>"));

    [Fact]
    public void Every_package_has_one_exact_version()
    {
        var versions = ProjectFiles.ItemsIn(Repository.Text(Versions), "PackageVersion").ToList();

        Assert.All(versions, item => Assert.Matches(Exact(), item.Attribute("Version")?.Value));
        Assert.Equal(versions.Count, versions.DistinctBy(item => item.Attribute("Include")!.Value).Count());
        Assert.Empty(ProjectFiles.Official.Except(versions.Select(item => item.Attribute("Include")!.Value)));
    }

    [Theory]
    [InlineData("tools/package.json", "dependencies")]
    [InlineData("tools/package.json", "devDependencies")]
    [InlineData("tools/bench/package.json", "dependencies")]
    public void Every_tool_from_npm_has_an_exact_version(string file, string kind)
    {
        using var json = JsonDocument.Parse(Repository.Text(file));
        if (json.RootElement.TryGetProperty(kind, out var packages))
        {
            Assert.All(packages.EnumerateObject(), package => Assert.Matches(Exact(), package.Value.GetString()));
        }
    }

    [Theory]
    [InlineData("tools/package-lock.json")]
    [InlineData("tools/bench/package-lock.json")]
    public void The_lock_of_npm_names_versions_and_checksums_but_no_source(string file)
    {
        using var json = JsonDocument.Parse(Repository.Text(file));
        var packages = json.RootElement.GetProperty("packages").EnumerateObject().Where(package => package.Name.Length > 0);

        Assert.NotEmpty(packages);
        Assert.All(packages, package =>
        {
            Assert.Matches(Exact(), package.Value.GetProperty("version").GetString());
            Assert.True(HasChecksum(package.Value) || IsOtherBuild(package), $"{package.Name} has no checksum");
            Assert.False(package.Value.TryGetProperty("resolved", out _), $"{package.Name} names where it came from");
        });
    }

    [Theory]
    [InlineData("1.2.3", true)]
    [InlineData("1.2.3.4", true)]
    [InlineData("1.2.3-beta.1", true)]
    [InlineData("1.2.*", false)]
    [InlineData("*", false)]
    [InlineData("1.2", false)]
    [InlineData("^1.2.3", false)]
    [InlineData("~1.2.3", false)]
    [InlineData(">=1.2.3", false)]
    [InlineData("[1.2.3,2.0.0)", false)]
    [InlineData("latest", false)]
    public void An_exact_version_is_told_from_a_range(string version, bool isExact) =>
        Assert.Equal(isExact, Exact().IsMatch(version));

    private static IEnumerable<string> StrayVersions(string project) =>
    [
        .. ProjectFiles.ItemsIn(project, "PackageReference")
            .Where(item => item.Attributes().Any(attribute => IsVersion(attribute.Name.LocalName))
                || item.Elements().Any(element => IsVersion(element.Name.LocalName)))
            .Select(item => item.ToString()),
        .. ProjectFiles.ItemsIn(project, "PackageVersion").Select(item => item.ToString()),
    ];

    private static bool HasChecksum(JsonElement package) => package.TryGetProperty("integrity", out _);

    // The builds of one peer for other systems, which not every source of npm has: there is nothing to sum. What is
    // installed on Linux has a checksum.
    private static bool IsOtherBuild(JsonProperty package) =>
        package.Name.StartsWith("node_modules/@napi-rs/canvas-", StringComparison.Ordinal)
        && package.Name is not "node_modules/@napi-rs/canvas-linux-x64-gnu"
        && package.Name is not "node_modules/@napi-rs/canvas-linux-arm64-gnu"
        && package.Value.GetProperty("optional").GetBoolean();

    private static bool IsVersion(string name) => name is "Version" or "VersionOverride";

    [GeneratedRegex(@"^\d+\.\d+\.\d+(\.\d+)?(-[0-9A-Za-z.-]+)?\z")]
    private static partial Regex Exact();
}
