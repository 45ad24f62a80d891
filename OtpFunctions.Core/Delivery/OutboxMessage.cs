namespace OtpFunctions.Core.Delivery;

/// <summary>A message that went nowhere.</summary>
/// <param name="Message">What would have gone out.</param>
/// <param name="SentAt">When.</param>
public sealed record OutboxMessage(CodeMessage Message, DateTimeOffset SentAt);
