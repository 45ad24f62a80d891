using System.Collections.Concurrent;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core.Records;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>POST /api/delivery-reports: what Event Grid tells of messages (docs/delivery-reports.md).</summary>
/// <param name="reports">Takes them.</param>
/// <param name="logger">Says what became of them.</param>
public sealed partial class TakeDeliveryReports(DeliveryReports reports, ILogger<TakeDeliveryReports> logger)
{
    // Enough that a whole batch ends well before its deadline.
    private const int Parallel = 16;

    /// <summary>
    /// 200; 503 with Retry-After while a record is not there yet: what is taken is taken, and does no harm twice; 400, 413.
    /// </summary>
    /// <param name="request">JSON: a list of events in Event Grid's own schema, at most 1 MiB.</param>
    [Function("DeliveryReports")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Function, "post", Route = "delivery-reports")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        var cancellation = request.HttpContext.RequestAborted;
        using var body = await JsonBody.ReadListAsync(request, DeliveryEvents.MaxBytes, cancellation);
        if (!DeliveryEvents.TryRead(body, out var events, out var refusal))
        {
            return refusal;
        }

        if (events.ValidationCode is { } code)
        {
            return DeliveryEvents.Validated(code);
        }

        var outcomes = new ConcurrentBag<ReportOutcome>();
        await System.Threading.Tasks.Parallel.ForEachAsync(
            events.Reports,
            new ParallelOptions { MaxDegreeOfParallelism = Parallel, CancellationToken = cancellation },
            async (report, token) => outcomes.Add(await reports.TakeAsync(report, token)));
        var early = Count(ReportOutcome.TooEarly);
        LogReportsTaken(Count(ReportOutcome.Recorded), Count(ReportOutcome.Known), Count(ReportOutcome.Foreign), early);
        return early == 0 ? Results.Ok() : ConsoleErrors.TooEarly;

        int Count(ReportOutcome outcome) => outcomes.Count(one => one == outcome);
    }

    [LoggerMessage(
        37,
        LogLevel.Information,
        "Delivery reports: {Recorded} recorded, {Known} known, {Foreign} of no message here, {Early} to come again")]
    private partial void LogReportsTaken(int recorded, int known, int foreign, int early);
}
