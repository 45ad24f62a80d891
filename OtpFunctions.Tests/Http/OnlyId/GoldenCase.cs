using System.Text.Json;
using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Http.OnlyId;

/// <summary>One case of a golden file; golden/README.md tells its form.</summary>
public sealed record GoldenCase
{
    private static readonly JsonSerializerOptions Strict = new(JsonSerializerDefaults.Web)
    {
        UnmappedMemberHandling = System.Text.Json.Serialization.JsonUnmappedMemberHandling.Disallow,
    };

    public required string Title { get; init; }

    public required string Cites { get; init; }

    public JsonObject? Config { get; init; }

    public IReadOnlyList<GoldenStep> Before { get; init; } = [];

    public required GoldenStep Request { get; init; }

    public required int Status { get; init; }

    public required JsonObject Answer { get; init; }

    public static string Folder => Path.Combine(AppContext.BaseDirectory, "Http", "OnlyId", "golden");

    public static IReadOnlyList<GoldenCase> ReadFile(string file)
    {
        using var stream = File.OpenRead(Path.Combine(Folder, file));
        return JsonSerializer.Deserialize<GoldenCase[]>(stream, Strict)!;
    }
}

/// <summary>One call of a golden case.</summary>
public sealed record GoldenStep
{
    /// <summary>send-otp, verify-otp, rotate-secret or delete-application.</summary>
    public required string Call { get; init; }

    /// <summary>Fields added to, or put in place of, the call's usual ones.</summary>
    public JsonObject? With { get; init; }

    /// <summary>Usual fields that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    public int Times { get; init; } = 1;

    /// <summary>What an earlier call must answer, 200 unless said.</summary>
    public int Status { get; init; } = 200;
}
