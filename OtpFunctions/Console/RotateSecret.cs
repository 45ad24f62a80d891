using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>PUT /api/console/clients/{id}/secret: a new secret, shown once; the old one dies at once.</summary>
/// <param name="applications">Keeps it.</param>
public sealed class RotateSecret(ApplicationDirectory applications)
{
    /// <summary>200 with the clientSecret, or 404.</summary>
    /// <param name="request">No body is read.</param>
    /// <param name="id">The clientId.</param>
    [Function("ConsoleRotateSecret")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "put", Route = "console/clients/{id}/secret")] HttpRequest request, string id)
    {
        ArgumentNullException.ThrowIfNull(request);
        var rotated = await applications.RotateSecretAsync(id, request.HttpContext.RequestAborted);
        return rotated.Succeeded ? ConsoleResponses.Rotated(rotated.Value) : ConsoleErrors.For(rotated.Failure);
    }
}
