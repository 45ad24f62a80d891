using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Addresses;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>POST /api/v2/common/check-verify-code: docs/dialects/fresns.md. For servers: it needs a function key.</summary>
/// <param name="verifier">Judges the code.</param>
/// <param name="messages">The default language.</param>
public sealed class CheckVerifyCode(CodeVerifier verifier, MessageOptions messages)
{
    /// <summary>Accepts a right code once, for its type, account and template.</summary>
    /// <param name="request">JSON: type, templateId, account, countryCode, verifyCode.</param>
    [Function("FresnsCheckVerifyCode")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "v2/common/check-verify-code")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        var language = FresnsRequests.LanguageOf(request, messages);
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (body.Problem is { } malformed)
        {
            return FresnsErrors.For(malformed, language);
        }

        if (!FresnsRequests.TryReadCheck(body.Fields, out var code, out var check, out var error))
        {
            return FresnsResponses.Error(error, language);
        }

        if (code.Length == 0)
        {
            return FresnsResponses.Error(FresnsCode.CodeEmpty, language);
        }

        var judged = check.Address is { } address
            ? await verifier.VerifyAsync<Address>(
                new VerifyCommand(address, check.Use, code), Task.FromResult<Result<Address>>(address), cancellation)
            : new Failure(FailureCode.CodeRejected);
        return judged.Succeeded
            ? FresnsResponses.Ok(language)
            : FresnsErrors.For(judged.Failure, check, language);
    }
}
