using System.Xml.Linq;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Packaging;

/// <summary>The benchmarks run on the service's own runtime settings: what is measured is what is deployed.</summary>
public sealed class RuntimeSettingsTests
{
    // Those of https://learn.microsoft.com/dotnet/core/runtime-config/ that a project file can hold.
    private static readonly string[] Settings =
    [
        "TieredCompilation", "TieredCompilationQuickJit", "TieredCompilationQuickJitForLoops", "TieredPGO",
        "ServerGarbageCollection", "ConcurrentGarbageCollection", "RetainVMGarbageCollection",
        "GarbageCollectionAdaptationMode", "InvariantGlobalization", "ThreadPoolMinThreads", "ThreadPoolMaxThreads",
        "UseWindowsThreadPool", "UseSystemResourceKeys", "RuntimeHostConfigurationOption",
    ];

    [Fact]
    public void The_benchmarks_have_those_of_the_service() =>
        Assert.Equal(SettingsOf("OtpFunctions"), SettingsOf("OtpFunctions.Benchmarks"));

    [Fact]
    public void The_empty_application_that_a_start_is_compared_with_has_them_too() => Assert.Equal(
        SettingsOf("OtpFunctions"), SettingsIn(Repository.Text("tools/bench/empty/EmptyApp.csproj")));

    [Theory]
    [InlineData("<PropertyGroup><TieredPGO>false</TieredPGO></PropertyGroup>")]
    [InlineData("<PropertyGroup><ServerGarbageCollection>true</ServerGarbageCollection></PropertyGroup>")]
    [InlineData("<ItemGroup><RuntimeHostConfigurationOption Include='System.GC.Conserve' Value='9' /></ItemGroup>")]
    public void A_setting_is_seen(string text) => Assert.Single(SettingsIn($"<Project>{text}</Project>"));

    [Fact]
    public void Another_property_is_none() =>
        Assert.Empty(SettingsIn("<Project><PropertyGroup><OutputType>Exe</OutputType></PropertyGroup></Project>"));

    private static IEnumerable<string> SettingsOf(string project) =>
        SettingsIn(Repository.Text($"{project}/{project}.csproj"));

    private static IEnumerable<string> SettingsIn(string project) => XDocument.Parse(project).Descendants()
        .Where(element => Settings.Contains(element.Name.LocalName))
        .Select(element => element.ToString())
        .Order(StringComparer.Ordinal);
}
