namespace OtpFunctions.Benchmarks.Load;

/// <param name="Method">Of HTTP.</param>
/// <param name="Url">Whom.</param>
/// <param name="Headers">All but those of the signature.</param>
/// <param name="Status">Of the right answer.</param>
/// <param name="Body">Or none.</param>
internal sealed record ReplayCall(
    string Method, string Url, Dictionary<string, string> Headers, int Status, string? Body = null);
