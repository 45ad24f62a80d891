namespace Azure.Communication.Email;

public class EmailMessage
{
    public EmailMessage(string fromAddress, string toAddress, EmailContent content)
        : this(fromAddress, new EmailRecipients([new EmailAddress(toAddress)]), content)
    {
    }

    public EmailMessage(string senderAddress, EmailRecipients recipients, EmailContent content)
    {
        ArgumentNullException.ThrowIfNull(senderAddress);
        ArgumentNullException.ThrowIfNull(recipients);
        ArgumentNullException.ThrowIfNull(content);
        SenderAddress = senderAddress;
        Recipients = recipients;
        Content = content;
    }

    public string SenderAddress { get; }

    public EmailContent Content { get; }

    public EmailRecipients Recipients { get; }

    public IDictionary<string, string> Headers { get; } = new Dictionary<string, string>();

    public IList<EmailAddress> ReplyTo { get; } = [];

    public bool? UserEngagementTrackingDisabled { get; set; }
}
