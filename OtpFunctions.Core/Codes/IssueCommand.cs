using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Core.Codes;

/// <summary>A code for someone.</summary>
/// <param name="To">Who gets it.</param>
/// <param name="Use">What it will be good for.</param>
/// <param name="CustomCode">A code of the caller's own, always new; null to have one made.</param>
public sealed record IssueCommand(Address To, CodeUse Use, string? CustomCode = null)
{
    /// <summary>The message that carries it; the general one in the operator's language unless set.</summary>
    public MessageChoice Message { get; init; } = MessageChoice.General;

    /// <summary>The recipient's row as it is read already, or null.</summary>
    public RecipientRead? Begun { get; init; }

    /// <summary>A command cannot print its code.</summary>
    public override string ToString() => nameof(IssueCommand);
}
