using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>DELETE /api/console/users/{name}/sessions/{id}: both tokens of the session are dead at once.</summary>
/// <param name="sessions">Keeps the session.</param>
public sealed class CloseSession(SessionDirectory sessions)
{
    /// <summary>204; 404 when this user has no such session.</summary>
    /// <param name="request">No body.</param>
    /// <param name="name">The userName, URL-encoded.</param>
    /// <param name="id">The session's id: the first 32 digits of its tokens.</param>
    [Function("ConsoleCloseSession")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "console/users/{name}/sessions/{id}")]
        HttpRequest request,
        string name,
        string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await sessions.CloseAsync(name, id, request.HttpContext.RequestAborted)
            ? Results.NoContent()
            : ConsoleErrors.NotFound("No such session");
    }
}
