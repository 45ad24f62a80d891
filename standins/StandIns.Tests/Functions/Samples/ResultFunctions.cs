using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.Azure.Functions.Worker;

namespace StandIns.Tests.Functions.Samples;

internal sealed class ResultFunctions(Greeting greeting)
{
    [Function("Object")]
    public IActionResult Object([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new ObjectResult(new { FirstName = greeting.Text }) { StatusCode = 201 };

    [Function("TextObject")]
    public static IActionResult TextObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new OkObjectResult("text");

    [Function("NullObject")]
    public static IActionResult NullObject([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new OkObjectResult(null);

    [Function("Json")]
    public static async Task<IActionResult> Json([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request)
    {
        await Task.Yield();
        return new JsonResult(new { FirstName = "a" }) { StatusCode = 202 };
    }

    [Function("Content")]
    public static ValueTask<IActionResult> Content(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new(new ContentResult { Content = "<b>", ContentType = "text/html", StatusCode = 203 });

    [Function("File")]
    public static FileContentResult File([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new([1, 2, 3], "image/png");

    [Function("Stream")]
    public static FileStreamResult Stream([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new(new MemoryStream([1, 2, 3]), "image/png");

    [Function("Status")]
    public static IActionResult Status([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new StatusCodeResult(204);

    [Function("Redirect")]
    public static IActionResult Redirect([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        new RedirectResult("https://example.org/");

    [Function("Result")]
    public static Task<IResult> Result([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        Task.FromResult(Results.Json(new { FirstName = "a" }, statusCode: 206));

    [Function("Written")]
    public static Task Written([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        request.HttpContext.Response.WriteAsync("by hand");

    [Function("Silent")]
    public static void Silent([HttpTrigger(AuthorizationLevel.Anonymous, "get")] HttpRequest request) =>
        request.HttpContext.Response.StatusCode = 207;
}
