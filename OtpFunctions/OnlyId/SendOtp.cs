using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.OnlyId;

/// <summary>POST /api/open/send-otp: docs/dialects/onlyid.md.</summary>
/// <param name="applications">Knows the caller.</param>
/// <param name="issuer">Issues the code.</param>
/// <param name="options">The zone of the answer's dates.</param>
public sealed class SendOtp(ApplicationDirectory applications, CodeIssuer issuer, OnlyIdOptions options)
{
    /// <summary>Sends a code and answers it.</summary>
    /// <param name="request">JSON: recipient, clientId, clientSecret; optional code, expireMin, maxFailCount, reuse.</param>
    [Function("OnlyIdSendOtp")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "open/send-otp")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (!OnlyIdRequests.TryReadSend(body, out var send, out var error))
        {
            return OnlyIdErrors.For(body, error);
        }

        var issued = await issuer.IssueAsync(
            new IssueCommand(send.Recipient, send.Credentials.Use, send.Code), PolicyAsync(send, cancellation), cancellation);
        return issued.Succeeded
            ? OnlyIdResponses.Sent(send.RecipientAsSent, issued.Value, options.FindZone())
            : OnlyIdErrors.For(issued.Failure);
    }

    private async Task<Result<CodePolicy>> PolicyAsync(SendOtpRequest send, CancellationToken cancellation)
    {
        var caller = await applications.AuthenticateAsync(
            send.Credentials.ClientId, send.Credentials.ClientSecret, cancellation);
        return caller.Select(send.PolicyFor);
    }
}
