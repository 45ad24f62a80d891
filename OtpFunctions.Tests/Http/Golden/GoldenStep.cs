using System.Text.Json.Nodes;

namespace OtpFunctions.Tests.Http.Golden;

/// <summary>One call of a golden case.</summary>
public sealed record GoldenStep
{
    /// <summary>What is called, by the dialect's name for it.</summary>
    public required string Call { get; init; }

    /// <summary>Fields added to, or put in place of, the call's usual ones.</summary>
    public JsonObject? With { get; init; }

    /// <summary>Usual fields that are left out.</summary>
    public IReadOnlyList<string> Without { get; init; } = [];

    /// <summary>Headers added to, or put in place of, the call's usual ones; null leaves one out.</summary>
    public JsonObject? Headers { get; init; }

    /// <summary>A body to send as it stands, in place of all fields.</summary>
    public string? Raw { get; init; }

    public int Times { get; init; } = 1;

    /// <summary>The HTTP status an earlier call must answer, 200 unless said.</summary>
    public int Status { get; init; } = 200;

    /// <summary>The code in the body an earlier call must answer, where a dialect has one; success unless said.</summary>
    public int? Code { get; init; }
}
