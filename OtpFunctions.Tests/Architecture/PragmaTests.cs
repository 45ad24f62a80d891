using Microsoft.CodeAnalysis.CSharp.Syntax;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>A warning is turned off by name and for a reason, which stands on the same line.</summary>
public sealed class PragmaTests
{
    [Fact]
    public void Every_pragma_has_a_name_and_a_reason()
    {
        Assert.Empty(Repository.CSharp.SelectMany(file => Faults(file, Repository.Text(file))));
        Assert.NotEmpty(Repository.CSharp.SelectMany(file => Pragmas(file, Repository.Text(file))));
    }

    [Theory]
    [InlineData("#pragma warning disable CA1031")]
    [InlineData("#pragma warning disable CA1031 //")]
    [InlineData("#pragma warning disable CA1031 // why")]
    [InlineData("#pragma warning disable // Everything, because it is easier.")]
    [InlineData("#pragma warning disable RS0030 // Only this once, and only here.")]
    [InlineData("class A\n{\n    #pragma warning disable CA1031, CS1591\n}")]
    public void A_pragma_without_them_is_reported(string text) => Assert.NotEmpty(Faults("Planted.cs", text));

    [Theory]
    [InlineData("#pragma warning disable CA1031 // Nobody above can answer.")]
    [InlineData("#pragma warning restore CA1031")]
    [InlineData("// #pragma warning disable CA1031")]
    public void A_pragma_with_them_is_not(string text) => Assert.Empty(Faults("Planted.cs", text));

    private static IEnumerable<string> Faults(string file, string text) => Pragmas(file, text)
        .Where(pragma => pragma.ErrorCodes.Count == 0
            || pragma.ErrorCodes.Any(code => code.ToString() == "RS0030")
            || !HasReason(pragma))
        .Select(pragma => $"{file}: {pragma}");

    private static IEnumerable<PragmaWarningDirectiveTriviaSyntax> Pragmas(string file, string text) =>
        Product.Parse(file, text).GetRoot()
            .DescendantNodes(descendIntoTrivia: true)
            .OfType<PragmaWarningDirectiveTriviaSyntax>()
            .Where(pragma => pragma.DisableOrRestoreKeyword.ValueText == "disable");

    // Two words at least.
    private static bool HasReason(PragmaWarningDirectiveTriviaSyntax pragma) =>
        pragma.ToFullString().Split("//") is [_, var reason, ..] && reason.Trim().Contains(' ');
}
