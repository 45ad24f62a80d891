using Microsoft.AspNetCore.Http;
using OtpFunctions.Core.Delivery.Messages;

namespace OtpFunctions.Fresns;

/// <summary>The answer of the catch-all, which does not know the request: the language is found when it is written.</summary>
internal sealed class FresnsFault(FresnsCode code, TimeSpan? retryAfter, MessageOptions messages) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext) =>
        FresnsResponses.Error(code, FresnsRequests.LanguageOf(httpContext.Request, messages), retryAfter)
            .ExecuteAsync(httpContext);
}
