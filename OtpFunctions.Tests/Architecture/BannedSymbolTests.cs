using System.Xml.Linq;
using Microsoft.CodeAnalysis;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>Nobody names a wall clock or chance: the analyzer that says so is wired up, and not talked out of it.</summary>
public sealed class BannedSymbolTests
{
    private const string Program = "OtpFunctions/Program.cs";

    private static readonly string[] Banned =
        [.. File.ReadLines(Repository.PathOf("BannedSymbols.txt")).Select(line => line.Split(';')[0])];

    [Theory]
    [InlineData("OtpFunctions/OtpFunctions.csproj")]
    [InlineData("OtpFunctions.Core/OtpFunctions.Core.csproj")]
    [InlineData("OtpFunctions.Tests/OtpFunctions.Tests.csproj")]
    public void A_project_is_judged_by_the_list(string project) => Assert.True(IsJudged(Repository.Text(project)));

    [Theory]
    [InlineData("<PackageReference Include='Microsoft.CodeAnalysis.BannedApiAnalyzers' />")]
    [InlineData("<AdditionalFiles Include='$(RepositoryRoot)BannedSymbols.txt' />")]
    [InlineData("<PackageReference Include='Microsoft.CodeAnalysis.BannedApiAnalyzers' /><AdditionalFiles Include='Other.txt' />")]
    public void A_project_that_lacks_a_part_of_it_is_not(string items) =>
        Assert.False(IsJudged($"<Project><ItemGroup>{items}</ItemGroup></Project>"));

    [Fact]
    public void No_project_file_turns_the_analyzer_off() => Assert.DoesNotContain(
        Repository.Files.Where(IsProjectFile),
        file => Repository.Text(file).Contains("RS0030", StringComparison.Ordinal));

    [Fact]
    public void Only_Program_may_name_the_system_clock() =>
        Assert.Equal([Program], WithFilesToCome().Where(file => IsExcused(file, Repository.Text(".editorconfig"))));

    [Theory]
    [InlineData("[*.cs]\ndotnet_diagnostic.RS0030.severity = none", "OtpFunctions.Core/Result.cs")]
    [InlineData("[OtpFunctions/**.cs]\ndotnet_diagnostic.RS0030.severity = suggestion", "OtpFunctions/Http/JsonBody.cs")]
    [InlineData("[{a,OtpFunctions.Tests}/**.cs]\ndotnet_diagnostic.RS0030.severity = silent", "OtpFunctions.Tests/A.cs")]
    public void An_excuse_for_another_file_is_seen(string settings, string file) => Assert.True(IsExcused(file, settings));

    [Fact]
    public void The_product_names_nothing_that_is_banned()
    {
        Assert.DoesNotContain(BannedIn(ProductReferences.All), reference => reference.File != Program);
        Assert.Contains(BannedIn(ProductReferences.All), reference => reference.Id == "P:System.TimeProvider.System");
    }

    [Theory]
    [InlineData("DateTime.UtcNow")]
    [InlineData("DateTimeOffset.Now")]
    [InlineData("TimeProvider.System")]
    [InlineData("new Random(1).Next()")]
    [InlineData("Random.Shared")]
    [InlineData("Guid.NewGuid()")]
    [InlineData("Task.FromResult(1).Result")]
    [InlineData("(Func<char, bool>)char.IsDigit")]
    public void What_is_banned_is_seen(string expression) => Assert.NotEmpty(BannedIn(Planting.Names(
        "OtpFunctions.Core/Codes/Planted.cs", $"internal class Planted {{ public object M() => {expression}; }}")));

    private static IEnumerable<Reference> BannedIn(IEnumerable<Reference> references) =>
        references.Where(reference => Banned.Contains(reference.Id));

    private static IEnumerable<string> WithFilesToCome() => Repository.CSharp
        .Concat(Repository.CSharp.Select(file => Path.GetDirectoryName(file) + "/ToCome.cs"))
        .Distinct();

    private static bool IsProjectFile(string file) =>
        Path.GetExtension(file) is ".csproj" or ".props" or ".targets" or ".ruleset" or ".globalconfig";

    private static bool IsJudged(string project)
    {
        var items = XDocument.Parse(project).Descendants()
            .Select(item => (Kind: item.Name.LocalName, Name: item.Attribute("Include")?.Value))
            .ToList();
        return items.Contains(("PackageReference", "Microsoft.CodeAnalysis.BannedApiAnalyzers"))
            && items.Contains(("AdditionalFiles", "$(RepositoryRoot)BannedSymbols.txt"));
    }

    private static bool IsExcused(string file, string settings) =>
        Severities.Of(file, settings).TryGetValue("RS0030", out var severity)
        && severity is not (ReportDiagnostic.Warn or ReportDiagnostic.Error);
}
