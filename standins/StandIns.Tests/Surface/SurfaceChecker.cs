using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;

namespace StandIns.Tests.Surface;

/// <summary>Tells what an assembly offers that the list of the official package does not.</summary>
internal static class SurfaceChecker
{
    private static readonly SymbolDisplayFormat Shown = new(
        typeQualificationStyle: SymbolDisplayTypeQualificationStyle.NameAndContainingTypesAndNamespaces,
        genericsOptions: SymbolDisplayGenericsOptions.IncludeTypeParameters,
        memberOptions: SymbolDisplayMemberOptions.IncludeType | SymbolDisplayMemberOptions.IncludeConstantValue,
        propertyStyle: SymbolDisplayPropertyStyle.ShowReadWriteDescriptor,
        miscellaneousOptions: SymbolDisplayMiscellaneousOptions.UseSpecialTypes);

    // The runtime's own assemblies, with those of the test project; a stand-in's references are among them.
    private static readonly Lazy<MetadataReference[]> Platform = new(() =>
    [
        .. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Concat(Directory.EnumerateFiles(AppContext.BaseDirectory, "*.dll"))
            .DistinctBy(Path.GetFileName, StringComparer.OrdinalIgnoreCase)
            .Select(path => MetadataReference.CreateFromFile(path)),
    ]);

    internal static IReadOnlyList<MetadataReference> PlatformReferences => Platform.Value;

    /// <summary>A line for each type or member that the list lacks or gives another shape.</summary>
    internal static IReadOnlyList<string> Offences(MetadataReference assembly, SurfaceList list) =>
        [.. Offered(assembly).Select(one => Offence(one, list)).OfType<string>()];

    /// <summary>The ids of the list that the assembly does not offer.</summary>
    internal static IReadOnlyList<string> Lacks(MetadataReference assembly, SurfaceList list) =>
        [.. list.Ids.Except(Offered(assembly).Select(one => one.GetDocumentationCommentId()!))];

    private static IEnumerable<ISymbol> Offered(MetadataReference assembly)
    {
        var others = PlatformReferences.Where(reference => FileName(reference) != FileName(assembly));
        var compilation = CSharpCompilation.Create("surface", references: [assembly, .. others]);
        var symbol = (IAssemblySymbol)compilation.GetAssemblyOrModuleSymbol(assembly)!;
        return OfferedSymbols.Of(symbol.GlobalNamespace);
    }

    private static string? FileName(MetadataReference reference) => Path.GetFileName(reference.Display);

    private static string? Offence(ISymbol offered, SurfaceList list)
    {
        var id = offered.GetDocumentationCommentId()!;
        if (!list.TryGetShape(id, out var shape))
            return IsOverride(offered) ? null : $"{id} is not in the list";

        return ShapePattern.Of(offered).IsMatch(shape!)
            ? null
            : $"{id} should be \"{shape}\" and is \"{offered.ToDisplayString(Shown)}\"";
    }

    // What is overridden could be called before: an override offers nothing, and packages differ in what they override.
    private static bool IsOverride(ISymbol offered) => offered is IMethodSymbol { IsOverride: true }
        or IPropertySymbol { IsOverride: true };
}
