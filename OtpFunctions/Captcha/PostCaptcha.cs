using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Http;

namespace OtpFunctions.Captcha;

/// <summary>POST /api/captcha: docs/dialects/captcha.md.</summary>
/// <param name="pictures">Type img.</param>
/// <param name="codes">Type sms.</param>
/// <param name="work">Type pow.</param>
public sealed class PostCaptcha(PictureCalls pictures, SmsCalls codes, WorkCalls work)
{
    /// <summary>Makes a captcha, or judges the answer to one. It hands out answers: it is for servers, by a key.</summary>
    /// <param name="request">JSON: id, status, type, subtype, data.</param>
    [Function("CaptchaPost")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "captcha")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadAsync(request, cancellation);
        if (body.Problem is { } problem)
        {
            return CaptchaErrors.For(problem);
        }

        var id = CaptchaRequests.IdOf(body.Root);
        request.HttpContext.Features.Set(new CaptchaId(id));
        if (!CaptchaRequests.TryRead(body.Root, out var call, out var data, out var fault))
        {
            return CaptchaErrors.For(id, fault.Value);
        }

        return await (call switch
        {
            CaptchaCall.GeneratePicture => pictures.GenerateAsync(id, data, cancellation),
            CaptchaCall.ValidatePicture => pictures.ValidateAsync(id, data, cancellation),
            CaptchaCall.GenerateSms => codes.GenerateAsync(id, data, cancellation),
            CaptchaCall.ValidateSms => codes.ValidateAsync(id, data, request),
            CaptchaCall.GenerateWork => work.GenerateAsync(id),
            CaptchaCall.ValidateWork => work.ValidateAsync(id, data, cancellation),
        });
    }
}
