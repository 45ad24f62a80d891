using System.Text.Json;

namespace OtpFunctions.Benchmarks.Load;

/// <summary>
/// A code sent and verified, at any API that speaks JSON: what is asked, and what has to be answered. In texts
/// <c>{address}</c> stands for the recipient and <c>{code}</c>, from the second request on, for the code.
/// </summary>
/// <param name="Address">
/// The recipient; <c>{id}</c> in it is different for every pair, <c>{number}</c> for every pair of this process, from 0.
/// </param>
/// <param name="Send">Has a code sent.</param>
/// <param name="Code">Where the code is found then.</param>
/// <param name="Verify">Has it verified.</param>
internal sealed record PairPlan(string Address, CallPlan Send, CodePlan Code, CallPlan Verify)
{
    /// <summary>One plan, or several for as many servers, which are asked in turn.</summary>
    public static PairPlan[] Read(string file) =>
        JsonSerializer.Deserialize<PairPlan[]>(File.ReadAllBytes(file), PlanJson.Strict)
        ?? throw new JsonException($"{file} is null");
}
