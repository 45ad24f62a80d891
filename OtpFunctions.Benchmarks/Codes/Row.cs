namespace OtpFunctions.Benchmarks.Codes;

/// <param name="State">JSON in UTF-8.</param>
/// <param name="Changes">The ids of the last changes, a space between them, newest first.</param>
/// <param name="Version">Different after each write.</param>
internal sealed record Row(byte[] State, string Changes, string Version);
