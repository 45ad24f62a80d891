using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/users?pageSize=20&amp;after=KEY: users with their addresses masked.</summary>
/// <param name="users">Keeps them.</param>
public sealed class ListUsers(UserDirectory users)
{
    /// <summary>
    /// 200 with list and next: the value of after for the next page, or null on the last. The order is that of hashed
    /// keys: steady, and not that of names.
    /// </summary>
    /// <param name="request">Query: pageSize 1 to 100, 20 unless given; after, the next of the page before.</param>
    [Function("ConsoleListUsers")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/users")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!PageQuery.TryRead(
            request.Query, UserDirectory.IsPageKey, "the next of the page before", out var page, out var refusal))
        {
            return refusal;
        }

        // One more than asked for tells whether there is a next page.
        var found = await users.ListAsync(page.After, page.Count + 1, request.HttpContext.RequestAborted);
        return UserResponses.Page(
            found.Take(page.Count), found.Count > page.Count ? users.PageKeyOf(found[page.Count - 1]) : null);
    }
}
