using System.Globalization;
using System.Security.Cryptography;
using OtpFunctions.Tests.Addresses;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>The seed of this run: that of the environment variable OTP_FUZZ_SEED, which replays a run, or a new one.</summary>
internal static class FuzzSeed
{
    private const string Variable = "OTP_FUZZ_SEED";

    // Knuth's multiplier: neighbouring numbers lead to seeds that have nothing in common.
    private const uint Spread = 2_654_435_761;

    public static int Value { get; } =
        int.TryParse(Environment.GetEnvironmentVariable(Variable), CultureInfo.InvariantCulture, out var given)
            ? given
            : RandomNumberGenerator.GetInt32(int.MaxValue);

    /// <summary>What the choices of one request are taken from, whichever requests came before it.</summary>
    public static SeededBytes Of(int number) => new(Value ^ unchecked((int)((uint)number * Spread)));

    /// <summary>How to see this again.</summary>
    public static string Replay => $"{Variable}={Value.ToString(CultureInfo.InvariantCulture)}";
}
