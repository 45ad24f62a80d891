using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;

namespace OtpFunctions.Tests.Http.Golden;

/// <summary>One case of a golden file; golden/README.md of its dialect tells its form.</summary>
public sealed record GoldenCase
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    public required string Title { get; init; }

    public required string Cites { get; init; }

    /// <summary>What the dialect sets up first that is not the usual.</summary>
    public JsonObject? Config { get; init; }

    public IReadOnlyList<GoldenStep> Before { get; init; } = [];

    public required GoldenStep Request { get; init; }

    /// <summary>The HTTP status, 200 unless said.</summary>
    public int Status { get; init; } = 200;

    public required JsonObject Answer { get; init; }

    /// <summary>The golden files of a dialect, in a fixed order.</summary>
    public static IEnumerable<string> FilesOf(string dialect) => System.IO.Directory
        .GetFiles(FolderOf(dialect), "*.json")
        .Select(path => Path.GetFileName(path)!)
        .Order(StringComparer.Ordinal);

    public static IReadOnlyList<GoldenCase> ReadFile(string dialect, string file)
    {
        using var stream = File.OpenRead(Path.Combine(FolderOf(dialect), file));
        return JsonSerializer.Deserialize<GoldenCase[]>(stream, Strict)!;
    }

    private static string FolderOf(string dialect) =>
        Path.Combine(AppContext.BaseDirectory, "Http", dialect, "golden");
}
