using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Captcha;

/// <summary>A PNG, or 404 with nothing; neither is stored by anyone, and no validator tells one picture from another.</summary>
internal sealed class PictureAnswer(byte[]? png) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.Headers.XContentTypeOptions = "nosniff";
        response.ContentLength = png?.Length ?? 0;
        if (png is null)
        {
            response.StatusCode = StatusCodes.Status404NotFound;
            return Task.CompletedTask;
        }

        response.ContentType = "image/png";
        return response.Body.WriteAsync(png, httpContext.RequestAborted).AsTask();
    }
}
