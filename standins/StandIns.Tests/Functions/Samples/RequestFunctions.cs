using System.Security.Cryptography;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace StandIns.Tests.Functions.Samples;

internal static class RequestFunctions
{
    [Function("Body")]
    public static async Task<IActionResult> Body(
        [HttpTrigger(AuthorizationLevel.Anonymous, "post")] HttpRequest request) =>
        new ContentResult
        {
            Content = $"{request.ContentLength}|{Convert.ToHexString(await SHA256.HashDataAsync(request.Body))}",
        };

    [Function("Headers")]
    public static IActionResult Headers([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult
        {
            Content = string.Join(',', request.Headers.Select(header => $"{header.Key}={header.Value}")),
        };

    [Function("Address")]
    public static IActionResult Address([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult { Content = request.HttpContext.Connection.RemoteIpAddress!.ToString() };

    [Function("Tokens")]
    public static IActionResult Tokens(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request,
        FunctionContext context,
        CancellationToken cancellationToken) => new ContentResult
        {
            Content = $"{request.HttpContext.RequestAborted.CanBeCanceled} {cancellationToken.CanBeCanceled} "
                + $"{context.CancellationToken.CanBeCanceled}",
        };
}
