using Microsoft.CodeAnalysis;

namespace StandIns.Tests.Surface;

/// <summary>What code outside an assembly can name: its public types, and their public and protected members.</summary>
internal static class OfferedSymbols
{
    internal static IEnumerable<ISymbol> Of(INamespaceSymbol space) => space.GetMembers().SelectMany(
        member => member is INamespaceSymbol inner ? Of(inner) : Of((INamedTypeSymbol)member));

    private static IEnumerable<ISymbol> Of(INamedTypeSymbol type)
    {
        if (!IsOffered(type))
            return [];

        return type.GetMembers()
            .Where(IsOffered)
            .SelectMany(member => member is INamedTypeSymbol nested ? Of(nested) : [member])
            .Prepend(type);
    }

    // An accessor is part of the shape of its property; a conversion and an operator are methods.
    private static bool IsOffered(ISymbol symbol) =>
        symbol.DeclaredAccessibility
            is Accessibility.Public or Accessibility.Protected or Accessibility.ProtectedOrInternal
        && symbol is not IMethodSymbol { AssociatedSymbol: not null };
}
