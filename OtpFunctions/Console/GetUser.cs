using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/users/{name}: one user, its addresses in full.</summary>
/// <param name="users">Keeps it.</param>
public sealed class GetUser(UserDirectory users)
{
    /// <summary>200, or 404.</summary>
    /// <param name="request">No body.</param>
    /// <param name="name">The userName, URL-encoded.</param>
    [Function("ConsoleGetUser")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/users/{name}")] HttpRequest request,
        string name)
    {
        ArgumentNullException.ThrowIfNull(request);
        return await users.FindByNameAsync(name, request.HttpContext.RequestAborted) is { } user
            ? UserResponses.One(user)
            : ConsoleErrors.For(new Failure(FailureCode.UserUnknown));
    }
}
