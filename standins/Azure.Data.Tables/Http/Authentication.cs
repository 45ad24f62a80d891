using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

internal static class Authentication
{
    private const string Scope = "https://storage.azure.com/.default";

    public static HttpPipelinePolicy By(TableSharedKeyCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new SharedKeyPolicy(credential);
    }

    public static HttpPipelinePolicy By(AzureSasCredential credential)
    {
        ArgumentNullException.ThrowIfNull(credential);
        return new SasPolicy(credential);
    }

    public static HttpPipelinePolicy By(TokenCredential tokenCredential)
    {
        ArgumentNullException.ThrowIfNull(tokenCredential);
        return new BearerTokenAuthenticationPolicy(tokenCredential, Scope);
    }
}
