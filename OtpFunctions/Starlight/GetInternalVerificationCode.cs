using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Http;

namespace OtpFunctions.Starlight;

/// <summary>POST /api/user/user_verify/get_internal_verification_code: docs/dialects/starlight.md.</summary>
/// <param name="gate">Lets the caller in and finds the user.</param>
/// <param name="issuer">Issues the code.</param>
/// <param name="options">The rules.</param>
public sealed class GetInternalVerificationCode(StarlightGate gate, CodeIssuer issuer, StarlightOptions options)
{
    /// <summary>Sends a code to the user's e-mail or phone, or repeats the one that stands, and answers it.</summary>
    /// <param name="request">JSON: user_name; optional by_telephone. Header bihu-token.</param>
    [Function("StarlightGetInternalVerificationCode")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "user/user_verify/get_internal_verification_code")]
        HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (!StarlightRequests.TryReadSend(body, out var send, out var error))
        {
            return StarlightErrors.For(body, error);
        }

        var entering = gate.EnterAsync(request, send.UserName);
        // Not for a flood, which is refused by now.
        var begun = !entering.IsCompleted && send.Supposed is { } supposed
            ? issuer.BeginReading(supposed, cancellation)
            : null;
        var user = await entering;
        if (!user.Succeeded)
        {
            return StarlightErrors.For(user.Failure);
        }

        Address? to = send.ByTelephone
            ? (Address?)user.Value.Phone ?? user.Value.Email
            : (Address?)user.Value.Email ?? user.Value.Phone;
        if (to is null)
        {
            return StarlightErrors.For(new Failure(FailureCode.AddressNotBound));
        }

        var issued = await issuer.IssueAsync(
            new IssueCommand(to, StarlightCodes.Use) { Begun = begun },
            Task.FromResult<Result<CodePolicy>>(options.PolicyFor(to.Channel) with { Fallback = user.Value.Email }),
            cancellation);
        return issued.Succeeded
            ? StarlightResponses.Sent(issued.Value.FellBack ? user.Value.Email : to, issued.Value)
            : StarlightErrors.For(issued.Failure);
    }
}
