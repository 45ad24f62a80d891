using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Records;

namespace OtpFunctions.Console;

/// <summary>GET /api/console/otp: what became of messages, newest first.</summary>
/// <param name="records">Looks through them.</param>
/// <param name="clock">Says how old they are.</param>
public sealed class ListRecords(RecordList records, TimeProvider clock)
{
    /// <summary>200 with list, total and more; 400 names the field.</summary>
    /// <param name="request">
    /// Query: current, pageSize, days (7, 30 or 90), keyword (an address, or a part of a masked one), clientId, dialect,
    /// channel (email or sms), sendSuccess, verifySuccess (true or false).
    /// </param>
    [Function("ConsoleListRecords")]
    public async Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", Route = "console/otp")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        if (!RecordRequest.TryRead(request.Query, clock.GetUtcNow(), out var asked, out var refusal))
        {
            return refusal;
        }

        return RecordResponses.Page(
            await records.FindAsync(asked.Query, asked.Current, asked.PageSize, request.HttpContext.RequestAborted));
    }
}
