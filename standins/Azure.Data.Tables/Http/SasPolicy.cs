using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

internal sealed class SasPolicy(AzureSasCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var uri = message.Request.Uri;
        var signature = credential.Signature.TrimStart('?');

        // On a retry the signature is there already.
        if (uri.Query.Contains(signature, StringComparison.Ordinal)) return;
        uri.Query = uri.Query.Length > 1 ? $"{uri.Query}&{signature}" : $"?{signature}";
    }
}
