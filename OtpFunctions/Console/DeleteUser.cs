using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>DELETE /api/console/users/{name}: its addresses are free and its sessions dead at once.</summary>
/// <param name="users">Keeps it.</param>
public sealed class DeleteUser(UserDirectory users)
{
    /// <summary>204, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="name">The userName, URL-encoded.</param>
    [Function("ConsoleDeleteUser")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "delete", Route = "console/users/{name}")] HttpRequest request,
        string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        var deleted = await users.DeleteAsync(name, request.HttpContext.RequestAborted);
        return deleted.Succeeded ? Results.NoContent() : ConsoleErrors.For(deleted.Failure);
    }
}
