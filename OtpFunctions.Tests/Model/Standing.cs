namespace OtpFunctions.Tests.Model;

/// <summary>A code that stands, and the one that stood before it.</summary>
internal sealed record Standing(Entry.Sent Sent, string? Code, int Maker, int Failures, Standing? Before);
