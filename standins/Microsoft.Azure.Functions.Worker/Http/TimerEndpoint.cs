using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing.Patterns;
using Microsoft.Azure.Functions.Worker.Timers;

namespace Microsoft.Azure.Functions.Worker.Http;

// The host's own way to run a function that no request triggers.
internal sealed class TimerEndpoint(FunctionKeys keys, TimerRunners timers)
{
    public static readonly RoutePattern Route = RoutePatternFactory.Parse("admin/functions/{name}");

    public Task InvokeAsync(HttpContext http)
    {
        http.Response.StatusCode = Answer(http.Request);
        return Task.CompletedTask;
    }

    private int Answer(HttpRequest request)
    {
        if (!keys.AllowAdmin(request))
            return StatusCodes.Status401Unauthorized;

        return timers.Fire((string)request.RouteValues["name"]!)
            ? StatusCodes.Status202Accepted
            : StatusCodes.Status404NotFound;
    }
}
