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

    /// <summary>
    /// The e-mail address of the same user, known to be theirs, which gets a code for a phone that no provider of SMS
    /// takes, if the operator allows it; null where the code must reach the phone. The code stays that of the phone.
    /// </summary>
    public EmailAddress? Fallback { get; init; }

    /// <summary>A command cannot print its code.</summary>
    public override string ToString() => nameof(IssueCommand);
}
