using Microsoft.AspNetCore.Http;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>Reads a call's body, so that an endpoint sees fields or is not asked at all.</summary>
internal static class ConsoleBody
{
    public static async Task<IResult> ReadAsync(
        HttpRequest request, Func<JsonFields, CancellationToken, Task<IResult>> answer)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadAsync(request, cancellation);
        return body.Problem is { } malformed
            ? ConsoleErrors.For(malformed)
            : await answer(body.Fields, cancellation);
    }
}
