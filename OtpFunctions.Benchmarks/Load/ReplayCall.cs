namespace OtpFunctions.Benchmarks.Load;

/// <param name="Method">Of HTTP.</param>
/// <param name="Url">Whom.</param>
/// <param name="Headers">All but those of the signature.</param>
/// <param name="Status">Of the right answer.</param>
/// <param name="Body">Or none.</param>
/// <param name="Share">Of the operations, in which it is made, from 0 to 1: evenly, so of 0.25 in every fourth.</param>
internal sealed record ReplayCall(
    string Method, string Url, Dictionary<string, string> Headers, int Status, string? Body = null, double Share = 1)
{
    /// <summary>Whether it is made in this operation.</summary>
    public bool IsOf(long number) => Math.Floor((number + 1) * Share) > Math.Floor(number * Share);
}
