using OtpFunctions.Core.Codes;

namespace OtpFunctions.Starlight;

/// <summary>What the dialect's codes are good for: one thing.</summary>
internal static class StarlightCodes
{
    public static CodeUse Use { get; } = new("starlight");
}
