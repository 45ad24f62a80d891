using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/clients/{id}/otp-config: how an application wants its codes.</summary>
/// <param name="applications">Keeps it.</param>
public sealed class GetOtpConfig(ApplicationDirectory applications)
{
    /// <summary>200 with length, type, expireMin, maxFailCount and reuse, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="id">The clientId.</param>
    [Function("ConsoleGetOtpConfig")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/clients/{id}/otp-config")] HttpRequest request,
        string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var found = await applications.FindAsync(id, request.HttpContext.RequestAborted);
        return found.Succeeded ? ConsoleResponses.Otp(found.Value.Otp) : ConsoleErrors.For(found.Failure);
    }
}
