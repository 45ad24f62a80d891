using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;
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

    [Fact]
    public void No_default_arm_hides_a_code_that_is_not_mapped()
    {
        var switches = SwitchesOverFailures(Product.App, Product.Written(Product.App)).ToList();

        Assert.All(switches, found => Assert.IsType<SwitchExpressionSyntax>(found));
        Assert.Equal(switches.Count, Product.Errors(BuildAgainst("    BrandNew,\n")).Count());
    }

    [Theory]
    [InlineData("public int M(FailureCode code) => code switch { FailureCode.TooOften => 1, _ => 2 };")]
    [InlineData("public void M(Failure failure) { switch (failure.Code) { default: break; } }")]
    public void A_switch_with_a_default_arm_is_counted(string member)
    {
        var tree = Product.Parse(
            "OtpFunctions/OnlyId/Planted.cs", $"using OtpFunctions.Core;\ninternal sealed class Planted {{ {member} }}");

        Assert.Single(SwitchesOverFailures(Planting.With(tree.FilePath, tree), [tree]));
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

    private static IEnumerable<SyntaxNode> SwitchesOverFailures(Compilation app, IEnumerable<SyntaxTree> trees) =>
        from tree in trees
        from node in tree.GetRoot().DescendantNodes()
        let judged = (node as SwitchExpressionSyntax)?.GoverningExpression ?? (node as SwitchStatementSyntax)?.Expression
        where judged is not null
            && app.GetSemanticModel(tree).GetTypeInfo(judged).Type?.ToDisplayString() == "OtpFunctions.Core.FailureCode"
        select node;

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
