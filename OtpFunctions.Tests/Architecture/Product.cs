using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.CSharp;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>The product's own source, compiled as its project files do: core first, the app against it.</summary>
internal static class Product
{
    public const string CoreFolder = "OtpFunctions.Core/";
    public const string AppFolder = "OtpFunctions/";

    private const string Usings = """
        global using System;
        global using System.Collections.Generic;
        global using System.IO;
        global using System.Linq;
        global using System.Net.Http;
        global using System.Threading;
        global using System.Threading.Tasks;
        [assembly: System.Runtime.CompilerServices.InternalsVisibleTo("OtpFunctions")]
        """;

    // Preview: the newest language this compiler knows, as the SDK's may be newer than it.
    private static readonly CSharpParseOptions Language = new(LanguageVersion.Preview, DocumentationMode.Diagnose);

    private static readonly Lazy<ImmutableArray<MetadataReference>> References = new(FindReferences);
    private static readonly Lazy<CSharpCompilation> LazyCore = new(() => Compile(CoreFolder));
    private static readonly Lazy<CSharpCompilation> LazyApp = new(() => Compile(AppFolder, Core));

    public static CSharpCompilation Core => LazyCore.Value;

    public static CSharpCompilation App => LazyApp.Value;

    /// <summary>The folders of the app, and of these the dialects: whatever is no part of the frame.</summary>
    public static ImmutableArray<string> AppFolders { get; } = [.. Repository.CSharp
        .Where(file => file.StartsWith(AppFolder, StringComparison.Ordinal))
        .Select(file => file.Split('/'))
        .Where(parts => parts.Length > 2)
        .Select(parts => parts[1])
        .Distinct()];

    public static ImmutableArray<string> Dialects { get; } =
        [.. AppFolders.Except(["Composition", "Console", "Development", "Http", "Maintenance"])];

    public static CSharpCompilation Of(string file) =>
        file.StartsWith(CoreFolder, StringComparison.Ordinal) ? Core : App;

    public static SyntaxTree Parse(string path, string text) => CSharpSyntaxTree.ParseText(text, Language, path);

    /// <summary>The trees a person wrote: not those of generators, nor the one that stands for the project file.</summary>
    public static IEnumerable<SyntaxTree> Written(Compilation compilation) => compilation.SyntaxTrees
        .Where(tree => tree.FilePath.StartsWith(CoreFolder, StringComparison.Ordinal)
            || tree.FilePath.StartsWith(AppFolder, StringComparison.Ordinal));

    public static IEnumerable<Diagnostic> Errors(Compilation compilation) =>
        compilation.GetDiagnostics().Where(diagnostic => diagnostic.Severity == DiagnosticSeverity.Error);

    private static CSharpCompilation Compile(string folder, CSharpCompilation? core = null)
    {
        var trees = Repository.CSharp
            .Where(file => file.StartsWith(folder, StringComparison.Ordinal))
            .Select(file => Parse(file, Repository.Text(file)))
            .Append(Parse("project.cs", Usings));
        var kind = core is null ? OutputKind.DynamicallyLinkedLibrary : OutputKind.ConsoleApplication;
        var compilation = CSharpCompilation.Create(
            folder.TrimEnd('/'),
            trees,
            core is null ? References.Value : [.. References.Value, core.ToMetadataReference()],
            new CSharpCompilationOptions(kind, nullableContextOptions: NullableContextOptions.Enable));
        CSharpGeneratorDriver.Create(Generators.All, parseOptions: Language)
            .RunGeneratorsAndUpdateCompilation(compilation, out var generated, out _);
        return (CSharpCompilation)generated;
    }

    // What these tests run on, without the product's built assemblies: the source takes their place.
    private static ImmutableArray<MetadataReference> FindReferences() =>
        [.. ((string)AppContext.GetData("TRUSTED_PLATFORM_ASSEMBLIES")!)
            .Split(Path.PathSeparator)
            .Where(path => !Path.GetFileName(path).StartsWith("OtpFunctions", StringComparison.Ordinal))
            .Select(path => MetadataReference.CreateFromFile(path))];
}
