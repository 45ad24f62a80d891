using OtpFunctions.Core.Addresses;

namespace OtpFunctions.Core.Codes;

/// <summary>A code for someone.</summary>
/// <param name="To">Who gets it.</param>
/// <param name="Use">What it will be good for.</param>
/// <param name="CustomCode">A code of the caller's own, always new; null to have one made.</param>
public sealed record IssueCommand(Address To, CodeUse Use, string? CustomCode = null)
{
    /// <summary>A command cannot print its code.</summary>
    public override string ToString() => nameof(IssueCommand);
}
