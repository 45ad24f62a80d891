using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Mvc;
using Microsoft.AspNetCore.Mvc.Abstractions;
using Microsoft.AspNetCore.Routing;

namespace Microsoft.Azure.Functions.Worker.Http;

internal static class FunctionResults
{
    private static readonly ActionDescriptor Descriptor = new();

    public static Task WriteAsync(HttpContext http, object? result) => result switch
    {
        null => Task.CompletedTask,
        IActionResult action => action.ExecuteResultAsync(
            new ActionContext(http, new RouteData(http.Request.RouteValues), Descriptor)),
        IResult answer => answer.ExecuteAsync(http),
        _ => throw new InvalidOperationException(
            $"A result of type {result.GetType()} cannot be written: return an IActionResult or an IResult."),
    };
}
