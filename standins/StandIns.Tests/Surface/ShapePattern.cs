using System.Globalization;
using System.Text.RegularExpressions;
using Microsoft.CodeAnalysis;

namespace StandIns.Tests.Surface;

/// <summary>
/// A regular expression for the shapes that are a symbol's. Whether a reference may be null is not compared (older
/// packages do not say), so a '?' may stand or not behind a reference type or a type parameter; a Nullable's must.
/// </summary>
internal static class ShapePattern
{
    private const string PerhapsNull = @"\??";

    private static readonly SymbolDisplayFormat FullName = new(
        SymbolDisplayGlobalNamespaceStyle.Omitted,
        SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    internal static Regex Of(ISymbol symbol) => new($@"\A{Body(symbol)}\z", RegexOptions.CultureInvariant);

    private static string Body(ISymbol symbol) => symbol switch
    {
        IMethodSymbol { MethodKind: MethodKind.Constructor } => string.Empty,
        IMethodSymbol method => Reference(method.RefKind) + Type(method.ReturnType),
        IPropertySymbol property =>
            Reference(property.RefKind) + Type(property.Type) + Regex.Escape(Accessors(property)),
        IFieldSymbol field => Type(field.Type) + Regex.Escape(Constant(field)),
        IEventSymbol happening => Type(happening.Type),
        _ => string.Empty,
    };

    private static string Type(ITypeSymbol type) => type switch
    {
        INamedTypeSymbol { OriginalDefinition.SpecialType: SpecialType.System_Nullable_T } nullable =>
            Type(nullable.TypeArguments[0]) + @"\?",
        IArrayTypeSymbol array => $@"{Type(array.ElementType)}\[{new string(',', array.Rank - 1)}\]{PerhapsNull}",
        INamedTypeSymbol { TypeArguments.Length: > 0 } generic =>
            $"{Name(generic)}<{string.Join(", ", generic.TypeArguments.Select(Type))}>{PerhapsNullIf(generic)}",
        _ => Name(type) + PerhapsNullIf(type),
    };

    private static string Name(ITypeSymbol type) => Regex.Escape(type.ToDisplayString(FullName));

    private static string PerhapsNullIf(ITypeSymbol type) => type.IsValueType ? string.Empty : PerhapsNull;

    private static string Reference(RefKind kind) => kind switch
    {
        RefKind.None => string.Empty,
        RefKind.Ref => "ref ",
        _ => "ref readonly ",
    };

    private static string Constant(IFieldSymbol field) => field.HasConstantValue
        ? string.Create(CultureInfo.InvariantCulture, $" = {field.ConstantValue}")
        : string.Empty;

    // Private and internal accessors are not read from an assembly (MetadataImportOptions.Public).
    private static string Accessors(IPropertySymbol property)
    {
        var get = property.GetMethod is null ? string.Empty : "get; ";
        var set = property.SetMethod is null ? string.Empty : property.SetMethod.IsInitOnly ? "init; " : "set; ";
        return $" {{ {get}{set}}}";
    }
}
