using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace StandIns.Tests.Functions.Samples;

internal static class KeyFunctions
{
    [Function("Open")]
    public static IActionResult Open([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new OkResult();

    [Function("Keyed")]
    public static IActionResult Keyed([HttpTrigger(AuthorizationLevel.Function, "get")] HttpRequest request) =>
        new OkResult();

    [Function("Other")]
    public static IActionResult Other([HttpTrigger("get")] HttpRequest request) => new OkResult();

    [Function("Managed")]
    public static IActionResult Managed([HttpTrigger(AuthorizationLevel.Admin, "get")] HttpRequest request) =>
        new OkResult();
}
