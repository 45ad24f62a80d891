using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using Microsoft.CodeAnalysis.CSharp.Syntax;

namespace OtpFunctions.Tests.Architecture;

/// <summary>
/// All that a source file names, as the compiler understands it: not its using directives only, but the type of every
/// expression and declaration, inferred or written, attributes, type arguments and documentation.
/// </summary>
internal static class ReferenceFinder
{
    private static readonly SymbolDisplayFormat FullName = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces);

    public static IEnumerable<Reference> Find(CSharpCompilation compilation) =>
        Product.Written(compilation).SelectMany(tree => Find(compilation, tree));

    public static IEnumerable<Reference> Find(CSharpCompilation compilation, SyntaxTree tree)
    {
        var model = compilation.GetSemanticModel(tree);
        foreach (var node in tree.GetRoot().DescendantNodes(descendIntoTrivia: true))
        {
            foreach (var symbol in SymbolsAt(model, node).OfType<ISymbol>())
            {
                var line = tree.GetLineSpan(node.Span).StartLinePosition.Line + 1;
                var id = symbol.OriginalDefinition.GetDocumentationCommentId();
                foreach (var named in NamedBy(symbol).Distinct(SymbolEqualityComparer.Default))
                {
                    yield return new Reference(tree.FilePath, line, named!.ToDisplayString(FullName), id);
                }
            }
        }
    }

    private static IEnumerable<ISymbol?> SymbolsAt(SemanticModel model, SyntaxNode node)
    {
        var named = model.GetSymbolInfo(node);
        var type = model.GetTypeInfo(node);
        IEnumerable<ISymbol?> all =
            [named.Symbol, .. named.CandidateSymbols, type.Type, type.ConvertedType, model.GetDeclaredSymbol(node)];
        return node switch
        {
            ExpressionSyntax expression => [.. all, model.GetConversion(expression).MethodSymbol],
            ForEachStatementSyntax loop => [.. all, model.GetForEachStatementInfo(loop).ElementType],
            _ => all,
        };
    }

    private static IEnumerable<ISymbol> NamedBy(ISymbol symbol) => symbol switch
    {
        INamespaceSymbol { IsGlobalNamespace: false } space => [space],
        ITypeSymbol type => TypesIn(type),
        IMethodSymbol method =>
            [.. TypesIn(method.ContainingType), .. TypesIn(method.ReturnType), .. method.TypeArguments.SelectMany(TypesIn)],
        IPropertySymbol property => [.. TypesIn(property.ContainingType), .. TypesIn(property.Type)],
        IFieldSymbol field => [.. TypesIn(field.ContainingType), .. TypesIn(field.Type)],
        IEventSymbol happening => [.. TypesIn(happening.ContainingType), .. TypesIn(happening.Type)],
        ILocalSymbol local => TypesIn(local.Type),
        IParameterSymbol parameter => TypesIn(parameter.Type),
        IAliasSymbol alias => NamedBy(alias.Target),
        _ => [],
    };

    private static IEnumerable<ISymbol> TypesIn(ITypeSymbol? type) => type switch
    {
        IArrayTypeSymbol array => TypesIn(array.ElementType),
        IPointerTypeSymbol pointer => TypesIn(pointer.PointedAtType),
        INamedTypeSymbol named =>
            [named.OriginalDefinition, .. TypesIn(named.ContainingType), .. named.TypeArguments.SelectMany(TypesIn)],
        _ => [],
    };
}
