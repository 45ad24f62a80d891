using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Captchas;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Captcha;

/// <summary>Type img.</summary>
/// <param name="pictures">Makes and judges them.</param>
/// <param name="options">How long they are good.</param>
public sealed class PictureCalls(PictureService pictures, CaptchaOptions options)
{
    private const string Kind = "picture";

    internal async Task<IResult> GenerateAsync(long id, CaptchaFields data, CancellationToken cancellation)
    {
        var isInline = data.OptionalTruth("inline");
        if (data.Fault is { } fault)
        {
            return CaptchaErrors.For(id, fault);
        }

        var picture = await pictures.CreateAsync(isNamed: !isInline, options.Lifetime, cancellation);
        CodeMetrics.Captcha(Kind, Outcomes.Made, picture.Failure);
        return picture.Succeeded ? CaptchaResponses.Drawn(id, picture.Value) : CaptchaErrors.For(id, picture.Failure);
    }

    internal async Task<IResult> ValidateAsync(long id, CaptchaFields data, CancellationToken cancellation)
    {
        if (CaptchaRequests.ReadAnswer(data) is not { } answer)
        {
            return CaptchaErrors.For(id, data.Fault.GetValueOrDefault());
        }

        var refusal = await pictures.JudgeAsync(answer, cancellation);
        CodeMetrics.Captcha(Kind, Outcomes.Verified, refusal);
        return refusal is null ? CaptchaResponses.Right(id) : CaptchaErrors.For(id, refusal);
    }
}
