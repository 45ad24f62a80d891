using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace OtpFunctions.Tests.Architecture;

/// <summary>Adds a file to the product's source and looks at it as the walls do.</summary>
internal static class Planting
{
    /// <summary>What a file at this path would name, in the company of another file.</summary>
    public static IReadOnlyList<Reference> Names(string path, string text, string company = "")
    {
        var tree = Product.Parse(path, text);
        var planted = With(path, tree, Product.Parse("company.cs", company));
        Assert.Empty(planted.GetSemanticModel(tree).GetDiagnostics()
            .Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error));
        return [.. ReferenceFinder.Find(planted, tree)];
    }

    /// <summary>A file at this path that names a type, or a type of a namespace; the latter only by inference.</summary>
    public static IReadOnlyList<Reference> Naming(string path, string name)
    {
        if (Product.Of(path).GetTypeByMetadataName(name) is not null)
        {
            return Names(path, $"internal sealed class Planted {{ public object Made => typeof(global::{name}); }}");
        }

        const string Inferred = """
            internal static class Planted
            {
                public static void Use()
                {
                    var made = global::Maker.Make();
                }
            }
            """;
        return Names(path, Inferred, $$"""
            namespace {{name}} { internal sealed class Stub; }
            internal static class Maker { public static global::{{name}}.Stub Make() => new(); }
            """);
    }

    public static CSharpCompilation With(string path, params SyntaxTree[] trees) =>
        Product.Of(path).AddSyntaxTrees(trees);
}
