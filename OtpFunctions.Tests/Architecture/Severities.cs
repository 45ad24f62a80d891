using System.Collections.Immutable;
using Microsoft.CodeAnalysis;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Architecture;

/// <summary>What .editorconfig says of the compiler's and the analyzers' findings, as the compiler reads it.</summary>
internal static class Severities
{
    public static ImmutableDictionary<string, ReportDiagnostic> Of(string file, string? settings = null)
    {
        var config = AnalyzerConfig.Parse(settings ?? Repository.Text(".editorconfig"), Repository.PathOf(".editorconfig"));
        return AnalyzerConfigSet.Create<AnalyzerConfig[]>([config]).GetOptionsForSourcePath(Repository.PathOf(file)).TreeOptions;
    }
}
