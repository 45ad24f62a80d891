using Microsoft.AspNetCore.Http;
using OtpFunctions.Core;

namespace OtpFunctions.Captcha;

/// <summary>The answer of the catch-all, which does not know the request: the id is found when it is written.</summary>
internal sealed class CaptchaUnanswered(Failure failure) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        CaptchaErrors.For(httpContext.Features.Get<CaptchaId>()?.Value ?? CaptchaRequests.NoId, failure)
            .ExecuteAsync(httpContext);
}
