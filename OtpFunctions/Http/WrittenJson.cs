using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Http;

/// <summary>200 with JSON that is always the same: a process that is only asked whether it lives makes no serializer.</summary>
/// <param name="body">In UTF-8.</param>
internal sealed class WrittenJson(byte[] body) : IResult
{
    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.Headers.CacheControl = "no-store";
        response.ContentType = ContentTypes.Json;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
