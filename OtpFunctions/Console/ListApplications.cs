using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/clients?pageSize=20&amp;after=CLIENTID: applications in the order of their ids.</summary>
/// <param name="applications">Keeps them.</param>
public sealed class ListApplications(ApplicationDirectory applications)
{
    /// <summary>200 with list and next: the value of after for the next page, or null on the last.</summary>
    /// <param name="request">Query: pageSize 1 to 100, 20 unless given; after, the next of the page before.</param>
    [Function("ConsoleListApplications")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/clients")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!PageQuery.TryRead(
            request.Query,
            ApplicationDirectory.IsClientId,
            "32 lower-case hexadecimal digits",
            out var page,
            out var refusal))
        {
            return refusal;
        }

        // One more than asked for tells whether there is a next page.
        var found = await applications.ListAsync(page.After, page.Count + 1, request.HttpContext.RequestAborted);
        return ConsoleResponses.Page([.. found.Take(page.Count)], found.Count > page.Count);
    }
}
