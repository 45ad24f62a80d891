using System.Globalization;
using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Http;

/// <summary>A JSON answer written by generated code. <c>Cache-Control: no-store</c>: it may hold a code or a secret.</summary>
internal sealed class JsonAnswer<T>(
    T value, JsonTypeInfo<T> type, int status = StatusCodes.Status200OK, string contentType = ContentTypes.Json) : IResult
{
    /// <summary>When the caller may try again: sent as whole seconds, rounded up.</summary>
    public TimeSpan? RetryAfter { get; init; }

    /// <summary>A header that the dialect sends with every answer.</summary>
    public (string Name, string Value)? Header { get; init; }

    public Task ExecuteAsync(HttpContext httpContext)
    {
        var response = httpContext.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (RetryAfter is { } wait)
        {
            response.Headers.RetryAfter = Math.Max(1, (long)Math.Ceiling(wait.TotalSeconds)).ToString(CultureInfo.InvariantCulture);
        }

        if (Header is { } header)
        {
            response.Headers[header.Name] = header.Value;
        }

        var body = JsonSerializer.SerializeToUtf8Bytes(value, type);
        response.ContentType = contentType;
        response.ContentLength = body.Length;
        return response.Body.WriteAsync(body, httpContext.RequestAborted).AsTask();
    }
}
