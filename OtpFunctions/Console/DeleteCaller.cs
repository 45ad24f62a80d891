using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>DELETE /api/console/callers/{id}: its token is dead at once.</summary>
/// <param name="callers">Keeps it.</param>
public sealed class DeleteCaller(CallerDirectory callers)
{
    /// <summary>204, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="id">The caller's id.</param>
    [Function("ConsoleDeleteCaller")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "console/callers/{id}")] HttpRequest request,
        string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deleted = await callers.DeleteAsync(id, request.HttpContext.RequestAborted);
        return deleted.Succeeded ? Results.NoContent() : ConsoleErrors.For(deleted.Failure);
    }
}
