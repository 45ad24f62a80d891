using System.Text.Json;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>
/// Requests to Table Storage, one step after the other. In paths and bodies <c>{key}</c> stands for a partition key,
/// different every time; in headers <c>{etag}</c> for the version of the row with that key that was last read.
/// </summary>
/// <param name="Account">Who signs (SharedKey).</param>
/// <param name="AccountKey">With what, in base64.</param>
/// <param name="KeyLength">Of a partition key.</param>
/// <param name="Steps">Requests of one step are made side by side.</param>
internal sealed record ReplayPlan(string Account, string AccountKey, int KeyLength, ReplayCall[][] Steps)
{
    public static ReplayPlan Read(string file) =>
        JsonSerializer.Deserialize<ReplayPlan>(File.ReadAllBytes(file), PlanJson.Strict)
        ?? throw new JsonException($"{file} is null");
}
