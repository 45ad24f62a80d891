namespace Azure.Communication.Email;

public class EmailRecipients
{
    public EmailRecipients(IEnumerable<EmailAddress> to)
    {
        ArgumentNullException.ThrowIfNull(to);
        To = [.. to];
    }

    public IList<EmailAddress> To { get; }

    public IList<EmailAddress> CC { get; } = [];

    public IList<EmailAddress> BCC { get; } = [];
}
