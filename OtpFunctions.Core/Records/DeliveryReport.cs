namespace OtpFunctions.Core.Records;

/// <summary>A provider's word on one message. It holds no address.</summary>
/// <param name="MessageId">Our id of the message as the provider gives it back, or what stands in its place; or null.</param>
/// <param name="Status">How the provider puts it: 1 to 32 ASCII letters.</param>
/// <param name="At">Of when the word is.</param>
internal sealed record DeliveryReport(string? MessageId, string Status, DateTimeOffset At)
{
    /// <summary>
    /// Whatever is not delivered is a failure, except that a distribution list was expanded, whose members have reports
    /// of their own.
    /// </summary>
    public bool? Delivered => Status switch
    {
        "Delivered" => true,
        "Expanded" => null,
        _ => false,
    };
}
