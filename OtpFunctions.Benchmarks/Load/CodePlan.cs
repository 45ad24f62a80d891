namespace OtpFunctions.Benchmarks.Load;

/// <summary>Where a code is found that was sent: in the answer, behind a URL, or in a file.</summary>
/// <param name="Field">By path in the JSON of the answer, or of what the URL answers.</param>
/// <param name="Url">Is asked with GET, with <c>{address}</c> in it, where the answer to the send does not tell.</param>
/// <param name="File">Holds the code and nothing else; <c>{address}</c> in its name.</param>
internal sealed record CodePlan(string? Field = null, string? Url = null, string? File = null);
