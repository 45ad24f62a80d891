using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Starlight;

/// <summary>POST /api/user/user_verify/check_verification_code: docs/dialects/starlight.md.</summary>
/// <param name="gate">Lets the caller in and finds the user.</param>
/// <param name="verifier">Judges the code.</param>
public sealed class CheckVerificationCode(StarlightGate gate, CodeVerifier verifier)
{
    /// <summary>Says whether the code is right, as often as it is asked while the code is good. Wrong tries are counted.</summary>
    /// <param name="request">JSON: user_name, verification_code. Header bihu-token.</param>
    [Function("StarlightCheckVerificationCode")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "user/user_verify/check_verification_code")]
        HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (!StarlightRequests.TryReadCheck(body, out var check, out var error))
        {
            return StarlightErrors.For(body, error);
        }

        var user = await gate.EnterAsync(request, check.UserName);
        if (!user.Succeeded)
        {
            return StarlightErrors.For(user.Failure);
        }

        var failure = await JudgeAsync(user.Value, check.Code, cancellation);
        return failure is null ? StarlightResponses.Checked() : StarlightErrors.For(failure);
    }

    // The caller does not say where the code went: it is right if it is that of the e-mail or that of the phone.
    private async Task<Failure?> JudgeAsync(User user, string code, CancellationToken cancellation)
    {
        if (((Address?)user.Email ?? user.Phone) is not { } from)
        {
            return new Failure(FailureCode.CodeRejected);
        }

        var command = new VerifyCommand(from, StarlightCodes.Use, code, KeepsCode: true);
        var judged = user is { Email: not null, Phone: { } other }
            ? await verifier.VerifyEitherAsync(command, other, user, cancellation)
            : await verifier.VerifyAsync(command, Task.FromResult<Result<User>>(user), cancellation);
        return judged.Failure;
    }
}
