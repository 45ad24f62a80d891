using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;
using StandIns.Tests.Functions.Harness;

namespace StandIns.Tests.Functions.Samples;

internal sealed class PlainFunctions(Gate gate)
{
    [Function("Hello")]
    public static IActionResult Hello([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ContentResult { Content = "hello" };

    [Function("Throws")]
    public static IActionResult Throws([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        throw new InvalidTimeZoneException("a secret");

    [Function("ThrowsLater")]
    public static async Task<IActionResult> ThrowsLater(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        throw new InvalidTimeZoneException("a secret");
    }

    [Function("Gated")]
    public async Task<IActionResult> Gated([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await gate.PassAsync();
        return new ContentResult { Content = "finished" };
    }
}
