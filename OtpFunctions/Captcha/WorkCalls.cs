using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Captchas.Work;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Captcha;

/// <summary>Type pow.</summary>
/// <param name="work">Issues challenges and judges solutions.</param>
public sealed class WorkCalls(WorkService work)
{
    private const string Kind = "work";

    internal Task<IResult> GenerateAsync(long id)
    {
        CodeMetrics.Captcha(Kind, Outcomes.Made, null);
        return Task.FromResult(CaptchaResponses.Challenged(id, work.Issue()));
    }

    internal async Task<IResult> ValidateAsync(long id, CaptchaFields data, CancellationToken cancellation)
    {
        var (challenge, solution) = (data.Text("challenge"), data.Text("solution"));
        if (data.Fault is { } fault)
        {
            return CaptchaErrors.For(id, fault);
        }

        var refusal = await work.RedeemAsync(challenge, solution, cancellation);
        CodeMetrics.Captcha(Kind, Outcomes.Verified, refusal);
        return refusal is null ? CaptchaResponses.Right(id) : CaptchaErrors.For(id, refusal);
    }
}
