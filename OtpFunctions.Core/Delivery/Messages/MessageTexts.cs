namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>The texts one template has in one language, with their placeholders.</summary>
internal sealed record MessageTexts(string EmailTitle, string EmailText, string EmailHtml, string SmsText);
