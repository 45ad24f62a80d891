using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Limits;
using OtpFunctions.Http;

namespace OtpFunctions.Captcha;

/// <summary>Type sms.</summary>
/// <param name="codes">Sends and judges them.</param>
/// <param name="windows">Counts the hashes that do not say which code they are for.</param>
/// <param name="options">The rules.</param>
/// <param name="client">Where the network address comes from.</param>
public sealed class SmsCalls(SmsService codes, CallerWindows windows, CaptchaOptions options, ClientOptions client)
{
    private const string Dialect = "captcha";

    internal async Task<IResult> GenerateAsync(long id, CaptchaFields data, CancellationToken cancellation)
    {
        var number = data.Text("phone");
        if (data.Fault is { } fault)
        {
            return CaptchaErrors.For(id, fault);
        }

        if (!CaptchaRequests.TryReadMobile(number, out var phone))
        {
            return CaptchaErrors.For(id, new Failure(FailureCode.AddressInvalid));
        }

        var sent = await codes.SendAsync(phone, options.SmsPolicy(), cancellation);
        return sent.Succeeded ? CaptchaResponses.Sent(id, sent.Value) : CaptchaErrors.For(id, sent.Failure);
    }

    internal async Task<IResult> ValidateAsync(long id, CaptchaFields data, HttpRequest request)
    {
        if (CaptchaRequests.ReadAnswer(data) is not { } answer)
        {
            return CaptchaErrors.For(id, data.Fault.GetValueOrDefault());
        }

        // Not beside each other: a refused caller must not learn, by the time, whether the hash leads anywhere.
        var cancellation = request.HttpContext.RequestAborted;
        var refusal = (answer.IsHashOnly ? await AdmitAsync(request, cancellation) : null)
            ?? await codes.JudgeAsync(answer, cancellation);
        return refusal is null ? CaptchaResponses.Right(id) : CaptchaErrors.For(id, refusal);
    }

    private Task<Failure?> AdmitAsync(HttpRequest request, CancellationToken cancellation) =>
        windows.AdmitAsync(Dialect, ClientAddress.Of(request, client), options.HashOnlyWindow(), cancellation);
}
