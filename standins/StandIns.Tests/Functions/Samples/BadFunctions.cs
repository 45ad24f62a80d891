using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace StandIns.Tests.Functions.Samples;

internal static class BadFunctions
{
    [Function("Twice")]
    public static IActionResult First([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        new OkResult();

    [Function("tWICE")]
    public static IActionResult Second([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) =>
        new OkResult();

    [Function("Reserved")]
    public static IActionResult Reserved(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "Admin/x")] HttpRequest request) => new OkResult();

    [Function("Unbound")]
    public static IActionResult Unbound(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "unbound/{id}")] HttpRequest request, string other) =>
        new OkResult();

    [Function("Untyped")]
    public static IActionResult Untyped(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "untyped/{id}")] HttpRequest request, Uri id) =>
        new OkResult();

    [Function("Unwritable")]
    public static string Unwritable([HttpTrigger(AuthorizationLevel.Anonymous)] HttpRequest request) => "";

    [Function("Unrouted")]
    public static IActionResult Unrouted(
        [HttpTrigger(AuthorizationLevel.Anonymous, Route = "{open")] HttpRequest request) => new OkResult();

    [Function("Untriggered")]
    public static IActionResult Untriggered(HttpRequest request) => new OkResult();

    [Function("Unscheduled")]
    public static void Unscheduled([TimerTrigger("now and then")] TimerInfo timer)
    {
    }

    [Function("Unset")]
    public static void Unset([TimerTrigger("%Not:Set%")] TimerInfo timer)
    {
    }
}
