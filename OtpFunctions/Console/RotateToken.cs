using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>PUT /api/console/callers/{id}/token: a new token, shown once; the old one dies at once.</summary>
/// <param name="callers">Keeps it.</param>
public sealed class RotateToken(CallerDirectory callers)
{
    /// <summary>200 with the token, or 404.</summary>
    /// <param name="request">No body is read.</param>
    /// <param name="id">The caller's id.</param>
    [Function("ConsoleRotateToken")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "console/callers/{id}/token")] HttpRequest request,
        string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rotated = await callers.RotateTokenAsync(id, request.HttpContext.RequestAborted);
        return rotated.Succeeded ? CallerResponses.Rotated(rotated.Value) : ConsoleErrors.For(rotated.Failure);
    }
}
