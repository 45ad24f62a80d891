using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using OtpFunctions.Core.Records;
using OtpFunctions.Http;

namespace OtpFunctions.Console;

/// <summary>
/// GET or POST /api/console/otp: what became of messages, newest first. A full address is asked for by POST, in the body:
/// addresses of requests are logged.
/// </summary>
/// <param name="records">Looks through them.</param>
/// <param name="clock">Says how old they are.</param>
public sealed class ListRecords(RecordList records, TimeProvider clock)
{
    /// <summary>200 with list, total and more; 400 names the field.</summary>
    /// <param name="request">
    /// Query: current, pageSize, days (7, 30 or 90), keyword (a part of a masked address), clientId, dialect, channel
    /// (email or sms), sendSuccess, verifySuccess (true or false). Body of a POST: JSON with keyword, which may be an
    /// address.
    /// </param>
    [Function("ConsoleListRecords")]
    public Task<IResult> RunAsync(
        [HttpTrigger(AuthorizationLevel.Anonymous, "get", "post", Route = "console/otp")] HttpRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        return HttpMethods.IsPost(request.Method)
            ? ConsoleBody.ReadAsync(request, (fields, cancellation) => AnswerAsync(request.Query, fields, cancellation))
            : AnswerAsync(request.Query, null, request.HttpContext.RequestAborted);
    }

    private async Task<IResult> AnswerAsync(IQueryCollection query, JsonFields? body, CancellationToken cancellation) =>
        RecordRequest.TryRead(query, body, clock.GetUtcNow(), out var asked, out var refusal)
            ? RecordResponses.Page(await records.FindAsync(asked.Query, asked.Current, asked.PageSize, cancellation))
            : refusal;
}
