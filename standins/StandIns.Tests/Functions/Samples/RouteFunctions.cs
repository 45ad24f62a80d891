using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace StandIns.Tests.Functions.Samples;

internal static class RouteFunctions
{
    [Function("Named")]
    public static IActionResult Named([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Say("named");

    [Function("Me")]
    public static IActionResult Me(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "users/me")] HttpRequest request) => Say("me");

    [Function("User")]
    public static IActionResult User(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "users/{id}")] HttpRequest request, string id) =>
        Say($"user {id}");

    [Function("Code")]
    public static IActionResult Code(
        [HttpTrigger(AuthorizationLevel.Anonymous, "GET", "post", Route = "codes/{code:int}")] HttpRequest request,
        int code) =>
        Say($"{request.Method} {code + 1}");

    [Function("Typed")]
    public static IActionResult Typed(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "typed/{number}/{key}/{flag}/{page?}")]
        HttpRequest request,
        long number,
        Guid key,
        bool flag,
        int? page = 7) => Say($"{number} {key} {flag} {page}");

    [Function("Any")]
    public static IActionResult Any([HttpTrigger(AuthorizationLevel.Anonymous, Route = "any")] HttpRequest request) =>
        Say(request.Method);

    private static ContentResult Say(string text) => new() { Content = text };
}
