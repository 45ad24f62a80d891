using Azure.Core;

namespace Azure.Communication.Email;

public class EmailClientOptions : ClientOptions
{
    internal string ApiVersion { get; } = "2023-03-31";
}
