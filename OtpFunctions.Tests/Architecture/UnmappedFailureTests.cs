using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>A new FailureCode does not build until each dialect maps it.</summary>
public sealed class UnmappedFailureTests
{
    private const string Unmapped = "CS8509";
    private const string FailureCode = "OtpFunctions.Core/FailureCode.cs";

    [Fact]
    public void With_every_code_mapped_the_app_builds() => Assert.Empty(Product.Errors(BuildAgainst("")));

    [Fact]
    public void With_one_code_more_it_does_not_and_every_dialect_is_named()
    {
        var errors = Product.Errors(BuildAgainst("    BrandNew,\n")).ToList();

        Assert.All(errors, error => Assert.Equal(Unmapped, error.Id));
        Assert.All(errors, error => Assert.Contains("FailureCode.BrandNew", error.GetMessage(), StringComparison.Ordinal));
        Assert.Subset(
            errors.Select(error => error.Location.SourceTree!.FilePath).ToHashSet(),
            Product.Dialects.Add("Console").Select(folder => $"OtpFunctions/{folder}/{folder}Errors.cs").ToHashSet());
    }

    [Theory]
    [InlineData("OtpFunctions/OnlyId/OnlyIdErrors.cs")]
    [InlineData("OtpFunctions/Console/ConsoleErrors.cs")]
    [InlineData("OtpFunctions/Program.cs")]
    [InlineData("OtpFunctions.Core/Codes/CodeIssuer.cs")]
    public void The_settings_make_it_an_error_and_ask_for_no_default_arm(string file)
    {
        Assert.Equal(ReportDiagnostic.Error, Severities.Of(file)[Unmapped]);
        Assert.Equal(ReportDiagnostic.Suppress, Severities.Of(file)["CS8524"]);
    }

    // The app's own source and its own settings, against a core whose enum has this at its end.
    private static CSharpCompilation BuildAgainst(string member)
    {
        var old = Product.Core.SyntaxTrees.Single(tree => tree.FilePath == FailureCode);
        var text = Repository.Text(FailureCode);
        var core = Product.Core.ReplaceSyntaxTree(
            old, Product.Parse(FailureCode, text.Insert(text.LastIndexOf('}'), member)));
        var app = Product.App.ReplaceReference(
            Product.App.References.OfType<CompilationReference>().Single(), core.ToMetadataReference());
        return app.WithOptions(app.Options.WithSpecificDiagnosticOptions(Severities.Of(Product.AppFolder + "Any.cs")));
    }
}
