using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker.Http;

internal sealed class FunctionEndpoint(
    HttpFunction function, FunctionKeys keys, FunctionExecutionDelegate pipeline, ILogger logger)
{
    public async Task InvokeAsync(HttpContext http)
    {
        if (!keys.Allow(function, http.Request))
        {
            http.Response.StatusCode = StatusCodes.Status401Unauthorized;
            return;
        }

        http.Request.Headers.Remove("X-Forwarded-For");
        // The real host does not pass on that a caller hung up.
        http.RequestAborted = CancellationToken.None;
        var call = new HttpCall(function, http);
        try
        {
            await pipeline(call);
            if (!http.Response.HasStarted)
                await FunctionResults.WriteAsync(http, call.ReturnValue);
        }
        catch (Exception exception)
        {
            Log.FunctionFailed(logger, function.Name, exception);
            Fail(http);
        }
    }

    private static void Fail(HttpContext http)
    {
        if (http.Response.HasStarted)
        {
            http.Abort();
            return;
        }

        http.Response.Clear();
        http.Response.StatusCode = StatusCodes.Status500InternalServerError;
    }
}
