using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.OnlyId;

/// <summary>POST /api/open/verify-otp: docs/dialects/onlyid.md.</summary>
/// <param name="applications">Knows the caller.</param>
/// <param name="verifier">Judges the code.</param>
public sealed class VerifyOtp(ApplicationDirectory applications, CodeVerifier verifier)
{
    /// <summary>Accepts a right code once.</summary>
    /// <param name="request">JSON: recipient, clientId, clientSecret, code.</param>
    [Function("OnlyIdVerifyOtp")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "open/verify-otp")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (!OnlyIdRequests.TryReadVerify(body, out var verify, out var error))
        {
            return OnlyIdErrors.For(body, error);
        }

        var verified = await verifier.VerifyAsync(
            new VerifyCommand(verify.Recipient, verify.Credentials.Use, verify.Code),
            applications.AuthenticateAsync(verify.Credentials.ClientId, verify.Credentials.ClientSecret, cancellation),
            cancellation);
        return verified.Succeeded ? OnlyIdResponses.Success : OnlyIdErrors.For(verified.Failure);
    }
}
