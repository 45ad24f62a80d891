using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Codes;
using OtpFunctions.Core.Delivery.Messages;
using OtpFunctions.Core.Directory;
using OtpFunctions.Http;

namespace OtpFunctions.Fresns;

/// <summary>
/// POST /api/v2/common/send-verify-code: docs/dialects/fresns.md. All that is asked of the storage is asked side by side
/// and judged in the original's order.
/// </summary>
/// <param name="gate">Lets the caller in.</param>
/// <param name="rules">What is refused whoever asks, and how a code is issued.</param>
/// <param name="finder">Decides by use type to whom the code may go.</param>
/// <param name="issuer">Issues the code.</param>
/// <param name="messages">The default language.</param>
public sealed class SendVerifyCode(
    FresnsGate gate, FresnsRules rules, RecipientFinder finder, CodeIssuer issuer, MessageOptions messages)
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

        var entering = gate.EnterAsync(request, purpose);
        if (rules.Refuse(request, purpose, send) is { } refusal)
        {
            var entered = await entering;
            return FresnsErrors.For(entered.Succeeded ? refusal : FresnsErrors.Number(entered.Failure, send), language);
        }

        var begun = await finder.BeginReadingAsync(purpose, send.Address, entering, cancellation);
        var finding = finder.FindAsync(purpose, send.Channel, send.Address, begun, entering, cancellation);
        var message = new MessageChoice(send.Template, language);
        var issued = await IssueAsync(send, message, purpose, begun, finding, cancellation);
        return issued.Succeeded
            ? FresnsResponses.Ok(language)
            : FresnsErrors.For(issued.Failure, send, language);
    }

    private async Task<Result<IssuedCode>> IssueAsync(
        VerifyCodeRequest send,
        MessageChoice message,
        AddressPurpose purpose,
        RecipientRead? begun,
        Task<Result<FoundRecipient>> finding,
        CancellationToken cancellation)
    {
        // Read beside the judging where the request says to whom, unless that has ended: then it was a flood.
        var to = finding.IsCompleted || purpose == AddressPurpose.Authentication ? null : send.Address;
        if (to is null)
        {
            var found = await finding;
            if (!found.Succeeded)
            {
                return found.Failure;
            }

            to = found.Value.To;
        }

        return await issuer.IssueAsync(
            new IssueCommand(to, send.Use) { Message = message, Begun = begun }, PolicyAsync(send, finding), cancellation);
    }

    private async Task<Result<CodePolicy>> PolicyAsync(VerifyCodeRequest send, Task<Result<FoundRecipient>> finding)
    {
        var found = await finding;
        return found.Select(recipient => rules.PolicyFor(send) with { Fallback = recipient.Fallback });
    }
}
