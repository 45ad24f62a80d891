using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/clients/{id}: one application, without its secret.</summary>
/// <param name="applications">Keeps it.</param>
public sealed class GetApplication(ApplicationDirectory applications)
{
    /// <summary>200, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="id">The clientId.</param>
    [Function("ConsoleGetApplication")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/clients/{id}")] HttpRequest request, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await applications.FindAsync(id, request.HttpContext.RequestAborted);
        return found.Succeeded ? ConsoleResponses.One(found.Value) : ConsoleErrors.For(found.Failure);
    }
}
