namespace Azure.Communication.Sms.Http;

/// <summary>
/// A recipient and what makes a repeated request known as one: the id and the time are made once a call and stay the
/// same over its retries.
/// </summary>
internal sealed record SmsRecipient(string To, Guid RequestId, DateTimeOffset FirstSent)
{
    public static SmsRecipient New(string to)
    {
        ArgumentException.ThrowIfNullOrEmpty(to);
        return new SmsRecipient(to, Guid.NewGuid(), DateTimeOffset.UtcNow);
    }
}
