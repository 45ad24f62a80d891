using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/callers/{id}: one caller, without its token.</summary>
/// <param name="callers">Keeps it.</param>
public sealed class GetCaller(CallerDirectory callers)
{
    /// <summary>200, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="id">The caller's id.</param>
    [Function("ConsoleGetCaller")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/callers/{id}")] HttpRequest request,
        string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await callers.FindAsync(id, request.HttpContext.RequestAborted);
        return found.Succeeded ? CallerResponses.One(found.Value) : ConsoleErrors.For(found.Failure);
    }
}
