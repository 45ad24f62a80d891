using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/statistics?days=7: messages and codes, counted by day, dialect and channel.</summary>
/// <param name="statistics">Sums them.</param>
public sealed class ShowStatistics(Statistics statistics)
{
    /// <summary>200 with list, newest day first; 400 names the field.</summary>
    /// <param name="request">Query: days, 7, 30 or 90, of UTC; 7 unless given.</param>
    [Function("ConsoleStatistics")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/statistics")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return RecordDaysQuery.TryRead(request.Query, out var days)
            ? RecordResponses.Statistics(await statistics.SumAsync(days, request.HttpContext.RequestAborted))
            : RecordDaysQuery.Refusal;
    }
}
