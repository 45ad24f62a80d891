namespace Azure.Communication.Email.Http;

/// <summary>What the package refuses before it sends; the rest is the service's to judge.</summary>
internal static class MessageCheck
{
    public static void ThrowIfIncomplete(EmailMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        if (message.Headers.Values.Any(string.IsNullOrWhiteSpace))
            throw Incomplete("Empty Value is not allowed in Email Header");
        if (string.IsNullOrWhiteSpace(message.Content.Html) && string.IsNullOrWhiteSpace(message.Content.PlainText))
            throw Incomplete("Email content must have either HTML or PlainText");
        if (string.IsNullOrWhiteSpace(message.Content.Subject))
            throw Incomplete("Email subject can not be empty");
        if (string.IsNullOrWhiteSpace(message.SenderAddress))
            throw Incomplete("Sender must be a valid email address");
        if (message.Recipients is { To.Count: 0, CC.Count: 0, BCC.Count: 0 })
            throw Incomplete("ToRecipients cannot be empty");
    }

    private static ArgumentException Incomplete(string why) => new(why);
}
