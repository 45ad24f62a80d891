using System.Globalization;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Directory;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/clients?pageSize=20&amp;after=CLIENTID: applications in the order of their ids.</summary>
/// <param name="applications">Keeps them.</param>
public sealed class ListApplications(ApplicationDirectory applications)
{
    private const int UsualPage = 20;
    private const int LargestPage = 100;

    /// <summary>200 with list and next: the value of after for the next page, or null on the last.</summary>
    /// <param name="request">Query: pageSize 1 to 100, 20 unless given; after, the next of the page before.</param>
    [Function("ConsoleListApplications")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/clients")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        string? size = request.Query["pageSize"];
        string? after = request.Query["after"];
        var count = UsualPage;
        if (size is not null
            && (!int.TryParse(size, NumberStyles.None, CultureInfo.InvariantCulture, out count) || count is < 1 or > LargestPage))
        {
            return ConsoleErrors.BadField("pageSize", $"1 to {LargestPage}");
        }

        if (after is not null && !ApplicationDirectory.IsClientId(after))
        {
            return ConsoleErrors.BadField("after", "32 lower-case hexadecimal digits");
        }

        // One more than asked for tells whether there is a next page.
        var found = await applications.ListAsync(after, count + 1, request.HttpContext.RequestAborted);
        return ConsoleResponses.Page([.. found.Take(count)], found.Count > count);
    }
}
