namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>Which message carries a code.</summary>
/// <param name="Template">What the code is asked for.</param>
/// <param name="Language">What it is said in; null for the operator's default, Otp:Messages:DefaultLanguage.</param>
public sealed record MessageChoice(MessageTemplate Template, MessageLanguage? Language = null)
{
    /// <summary>The general message in the operator's language.</summary>
    public static MessageChoice General { get; } = new(MessageTemplate.General);
}
