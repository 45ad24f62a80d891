using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>DELETE /api/console/clients/{id}: the application and its live codes are dead at once.</summary>
/// <param name="applications">Keeps it.</param>
public sealed class DeleteApplication(ApplicationDirectory applications)
{
    /// <summary>204, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="id">The clientId.</param>
    [Function("ConsoleDeleteApplication")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "console/clients/{id}")] HttpRequest request, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deleted = await applications.DeleteAsync(id, request.HttpContext.RequestAborted);
        return deleted.Succeeded ? Results.NoContent() : ConsoleErrors.For(deleted.Failure);
    }
}
