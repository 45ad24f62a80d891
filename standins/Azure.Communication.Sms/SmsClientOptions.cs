using Azure.Core;

namespace Azure.Communication.Sms;

public class SmsClientOptions : ClientOptions
{
    internal string ApiVersion { get; } = "2021-03-07";
}
