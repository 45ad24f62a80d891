namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The texts of one template in one language, by the names of the settings that replace them.</summary>
internal enum MessagePart
{
    EmailTitle,
    EmailText,
    EmailHtml,
    SmsText,
}
