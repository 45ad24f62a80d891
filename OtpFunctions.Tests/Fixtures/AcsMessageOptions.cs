namespace OtpFunctions.Tests.Fixtures;

/// <summary>What was asked for along with a text message: a report of its delivery, and what is to stand in that report.</summary>
public sealed record AcsMessageOptions(bool EnableDeliveryReport, string? Tag);
