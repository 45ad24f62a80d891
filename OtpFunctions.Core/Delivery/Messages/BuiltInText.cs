namespace OtpFunctions.Core.Delivery.Messages;

/// <summary>A template's words: a mail's title and paragraphs, of which one is <c>{code}</c>, and an SMS.</summary>
internal sealed record BuiltInText(string EmailTitle, string[] EmailParagraphs, string SmsText);
