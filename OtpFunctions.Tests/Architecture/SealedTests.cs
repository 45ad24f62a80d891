using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OtpFunctions.Tests.Architecture;

/// <summary>A class that nobody outside can derive from says so.</summary>
public sealed class SealedTests
{
    [Fact]
    public void Every_class_that_is_not_public_is_sealed_static_or_abstract()
    {
        var classes = ClassesOf(Product.Core, Product.Written(Product.Core))
            .Concat(ClassesOf(Product.App, Product.Written(Product.App)))
            .ToList();

        Assert.InRange(classes.Count, 30, int.MaxValue);
        Assert.DoesNotContain(classes, IsOpen);
    }

    [Theory]
    [InlineData("internal class A;")]
    [InlineData("internal record A(int B);")]
    [InlineData("internal partial class A; partial class A;")]
    [InlineData("public sealed class A { private class B; }")]
    [InlineData("public sealed class A { internal record B(int C); }")]
    [InlineData("internal static class A { public class B; }")]
    public void An_open_class_is_reported(string text) => Assert.Contains(Planted(text), IsOpen);

    [Theory]
    [InlineData("internal sealed class A;")]
    [InlineData("internal static class A;")]
    [InlineData("internal abstract class A;")]
    [InlineData("internal sealed partial class A; partial class A;")]
    [InlineData("internal sealed record A(int B);")]
    [InlineData("internal record struct A(int B);")]
    public void A_closed_class_is_not(string text) => Assert.DoesNotContain(Planted(text), IsOpen);

    private static IEnumerable<INamedTypeSymbol> Planted(string text)
    {
        var tree = Product.Parse("OtpFunctions.Core/Planted.cs", $"namespace Planted;\n{text}");
        return ClassesOf(Planting.With(tree.FilePath, tree), [tree]);
    }

    private static IEnumerable<INamedTypeSymbol> ClassesOf(CSharpCompilation compilation, IEnumerable<SyntaxTree> trees) =>
        trees.SelectMany(tree => DeclaredTypes.In(compilation, tree))
            .Where(type => type.TypeKind == TypeKind.Class && !IsPublic(type));

    private static bool IsPublic(INamedTypeSymbol type) =>
        type.DeclaredAccessibility == Accessibility.Public && (type.ContainingType is null || IsPublic(type.ContainingType));

    private static bool IsOpen(INamedTypeSymbol type) => !type.IsSealed && !type.IsStatic && !type.IsAbstract;
}
