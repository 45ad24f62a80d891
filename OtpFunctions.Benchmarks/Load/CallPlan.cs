using System.Text.Json;

namespace OtpFunctions.Benchmarks.Load;

/// <param name="Url">Where it is posted to.</param>
/// <param name="Body">The JSON that is posted.</param>
/// <param name="Expect">
/// What the answer's JSON has to say, by path (<c>user.email</c>): this text, or with <c>*</c> anything but null.
/// </param>
/// <param name="Headers">Sent along.</param>
/// <param name="Status">Of the right answer; 200 unless given.</param>
internal sealed record CallPlan(
    Uri Url,
    JsonElement Body,
    Dictionary<string, string> Expect,
    Dictionary<string, string>? Headers = null,
    int Status = 200);
