using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Codes;

/// <summary>A code that someone typed.</summary>
/// <param name="From">Whose it is said to be.</param>
/// <param name="Use">What it is shown for.</param>
/// <param name="Code">What was typed.</param>
/// <param name="KeepsCode">Whether a right code stays good, for an API that lets it be checked again.</param>
public sealed record VerifyCommand(Address From, CodeUse Use, string Code, bool KeepsCode = false)
{
    /// <summary>A command cannot print its code.</summary>
    public override string ToString() => nameof(VerifyCommand);
}
