using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Routing;
using Microsoft.AspNetCore.Routing.Patterns;

namespace Microsoft.Azure.Functions.Worker.Http;

internal static class Routes
{
    public static Endpoint Endpoint(RoutePattern pattern, IReadOnlyList<string> methods, RequestDelegate run)
    {
        var builder = new RouteEndpointBuilder(run, pattern, order: 0);
        if (methods.Count > 0)
            builder.Metadata.Add(new HttpMethodMetadata(methods));
        return builder.Build();
    }

    // Routing answers another method with an endpoint of its own (405): the real host answers 404, as for no match.
    public static Task RunAsync(HttpContext http)
    {
        if (http.GetEndpoint() is RouteEndpoint { RequestDelegate: { } run })
            return run(http);

        http.Response.StatusCode = StatusCodes.Status404NotFound;
        return Task.CompletedTask;
    }
}
