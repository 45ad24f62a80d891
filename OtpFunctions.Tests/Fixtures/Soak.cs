namespace OtpFunctions.Tests.Fixtures;

/// <summary>Whether the run is a long one: <c>./dev test --soak</c> sets the environment variable read here.</summary>
internal static class Soak
{
    private const string Variable = "OTP_SOAK";

    /// <summary>Whether the tests repeat with more seeds and more rounds.</summary>
    internal static bool IsOn { get; } = Environment.GetEnvironmentVariable(Variable) == "1";

    /// <summary>How often to repeat.</summary>
    /// <param name="usually">Rounds in an ordinary run.</param>
    /// <param name="soaking">Rounds in a long run.</param>
    internal static int Times(int usually, int soaking) => IsOn ? soaking : usually;
}
