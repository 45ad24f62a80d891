using System.Globalization;
using Azure.Core;
using Azure.Core.Pipeline;

namespace Azure.Data.Tables.Http;

/// <summary>
/// Signs each try anew, for the service refuses a date older than 15 minutes.
/// https://learn.microsoft.com/rest/api/storageservices/authorize-with-shared-key
/// </summary>
internal sealed class SharedKeyPolicy(TableSharedKeyCredential credential) : HttpPipelineSynchronousPolicy
{
    public override void OnSendingRequest(HttpMessage message)
    {
        var request = message.Request;
        var date = DateTimeOffset.UtcNow.ToString("r", CultureInfo.InvariantCulture);
        request.Headers.TryGetValue("Content-MD5", out var hash);
        request.Headers.TryGetValue("Content-Type", out var type);
        var signature = credential.Sign($"{request.Method}\n{hash}\n{type}\n{date}\n{Resource(request.Uri.ToUri())}");

        request.Headers.SetValue("x-ms-date", date);
        request.Headers.SetValue("Authorization", $"SharedKey {credential.AccountName}:{signature}");
    }

    // The path begins with the account once more when the account stands in the path, as with an emulator. Of the
    // query only comp is signed, and no request made here has it.
    private string Resource(Uri uri) => $"/{credential.AccountName}{uri.AbsolutePath}";
}
