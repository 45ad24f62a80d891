using System.Collections.Immutable;
using System.Reflection;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Diagnostics;

namespace OtpFunctions.Tests.Architecture;

/// <summary>The source generators of the SDK: what they write is a part of what the compiler sees.</summary>
internal sealed class Generators : IAnalyzerAssemblyLoader
{
    private static readonly string[] Used =
    [
        "Microsoft.NETCore.App.Ref/System.Text.Json.SourceGeneration.dll",
        "Microsoft.NETCore.App.Ref/System.Text.RegularExpressions.Generator.dll",
        "Microsoft.AspNetCore.App.Ref/Microsoft.Extensions.Logging.Generators.dll",
        "Microsoft.AspNetCore.App.Ref/Microsoft.Extensions.Options.SourceGeneration.dll",
    ];

    public static ImmutableArray<ISourceGenerator> All { get; } =
        [.. Used.Select(Find).SelectMany(path => Load(path).GetGenerators(LanguageNames.CSharp))];

    public void AddDependencyLocation(string fullPath)
    {
        // They depend on nothing but the compiler, which is here.
    }

    public Assembly LoadFromPath(string fullPath) => Assembly.LoadFrom(fullPath);

    private static AnalyzerFileReference Load(string path) => new(path, new Generators());

    // The targeting packs lie beside the shared framework that runs this test: <root>/shared/<name>/<version>.
    private static string Find(string name)
    {
        var root = Path.GetFullPath(Path.Combine(Path.GetDirectoryName(typeof(object).Assembly.Location)!, "../../.."));
        var (pack, file) = (Path.GetDirectoryName(name)!, Path.GetFileName(name));
        var found = System.IO.Directory.GetDirectories(Path.Combine(root, "packs", pack), $"{Environment.Version.Major}.*")
            .Select(version => Path.Combine(version, "analyzers", "dotnet", "cs", file))
            .LastOrDefault(File.Exists);
        return found ?? throw new InvalidOperationException($"The SDK at {root} has no {name} for .NET {Environment.Version.Major}.");
    }
}
