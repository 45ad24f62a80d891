using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>POST /api/v2/common/send-verify-code: docs/dialects/fresns.md.</summary>
/// <param name="recipients">Decide to whom the code may go.</param>
/// <param name="issuer">Issues the code.</param>
/// <param name="options">The rules.</param>
/// <param name="messages">The default language.</param>
public sealed class SendVerifyCode(
    FresnsRecipients recipients, CodeIssuer issuer, FresnsOptions options, MessageOptions messages)
{
    /// <summary>Sends a code; the answer does not hold it.</summary>
    /// <param name="request">JSON: type, useType, templateId, account, countryCode; headers X-Fresns-*.</param>
    [Function("FresnsSendVerifyCode")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post", Route = "v2/common/send-verify-code")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        var language = FresnsRequests.LanguageOf(request, messages);
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (body.Problem is { } malformed)
        {
            return FresnsErrors.For(malformed, language);
        }

        if (!FresnsRequests.TryReadSend(body.Fields, out var purpose, out var send, out var error))
        {
            return FresnsResponses.Error(error, language);
        }

        var (found, refusal) = await recipients.FindAsync(request, purpose, send);
        if (refusal is not null)
        {
            return FresnsErrors.For(refusal, language);
        }

        var issued = await issuer.IssueAsync(
            new IssueCommand(found!.To, send.Use)
            {
                Message = new MessageChoice(send.Template, language),
                Fallback = found.Fallback,
            },
            Task.FromResult<Result<CodePolicy>>(options.PolicyFor(send.Channel)),
            cancellation);
        return issued.Succeeded
            ? FresnsResponses.Ok(language)
            : FresnsErrors.For(issued.Failure, send, language);
    }
}
