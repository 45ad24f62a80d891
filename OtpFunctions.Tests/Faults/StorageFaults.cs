using System.Globalization;
using System.Text;
using Microsoft.AspNetCore.Http;

namespace OtpFunctions.Tests.Faults;

/// <summary>Faults of Table Storage and of the way to it. The codes are those of its REST reference.</summary>
internal static class StorageFaults
{
    /// <summary>More than a request has time for: 15 seconds.</summary>
    private static readonly TimeSpan TooLong = TimeSpan.FromSeconds(30);

    public static StorageFault Busy { get; } = Refusal("503 ServerBusy", 503, "ServerBusy");

    public static StorageFault BusyWithWait { get; } = Refusal("503, Retry-After 1", 503, "ServerBusy", retryAfter: 1);

    /// <summary>A wait that no caller has.</summary>
    public static StorageFault BusyForMinutes { get; } = Refusal("503, Retry-After 120", 503, "ServerBusy", retryAfter: 120);

    public static StorageFault TimedOut { get; } = Refusal("500 OperationTimedOut", 500, "OperationTimedOut");

    /// <summary>The answer of something in between.</summary>
    public static StorageFault BadGateway { get; } = Refusal("502", 502, null);

    public static StorageFault TimedOutAfterCommit { get; } = new(
        "500 OperationTimedOut, though done", MayCommit: true, Heals: true, "", async (context, storage) =>
        {
            await storage.AskAsync(context);
            await AnswerAsync(context, 500, "OperationTimedOut");
        });

    public static StorageFault Reset { get; } = new(
        "reset before it arrives", MayCommit: false, Heals: true, "", (context, _) =>
        {
            context.Abort();
            return Task.CompletedTask;
        });

    /// <summary>The connection ends when the storage has done what it was asked.</summary>
    public static StorageFault Lost { get; } = new(
        "answer lost", MayCommit: true, Heals: true, "", async (context, storage) =>
        {
            await storage.AskAsync(context);
            context.Abort();
        });

    /// <summary>The answer breaks off: the connection ends before the length that was promised.</summary>
    public static StorageFault Truncated { get; } = new(
        "answer truncated", MayCommit: true, Heals: true, "", async (context, storage) =>
        {
            var answer = await storage.AskAsync(context);
            answer.WriteHead(context);
            if (answer.Body.Length > 0)
                context.Response.ContentLength = answer.Body.Length;

            await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
            await context.Response.Body.FlushAsync();
            context.Abort();
        });

    /// <summary>Whole as HTTP, half as JSON.</summary>
    public static StorageFault Cut { get; } = new(
        "half an answer", MayCommit: false, Heals: false, "GET", async (context, storage) =>
        {
            var answer = await storage.AskAsync(context);
            answer.WriteHead(context);
            context.Response.ContentLength = answer.Body.Length / 2;
            await context.Response.Body.WriteAsync(answer.Body.AsMemory(0, answer.Body.Length / 2));
        });

    /// <summary>The row was changed by somebody else, always again.</summary>
    public static StorageFault Changed { get; } =
        Refusal("412", 412, "UpdateConditionNotSatisfied") with { Methods = "PUT" };

    /// <summary>What a retry by anybody in between makes of an insert whose answer was lost.</summary>
    public static StorageFault AlreadyThere { get; } = new(
        "409, though inserted", MayCommit: true, Heals: true, "POST", async (context, storage) =>
        {
            await storage.AskAsync(context);
            await AnswerAsync(context, 409, "EntityAlreadyExists");
        });

    public static StorageFault TableMissing { get; } = Refusal("404 TableNotFound", 404, "TableNotFound");

    public static StorageFault Stall { get; } = new(
        "stall before it arrives", MayCommit: false, Heals: true, "",
        (context, _) => Task.Delay(TooLong, context.RequestAborted));

    public static StorageFault StallAfterCommit { get; } = new(
        "stall of the answer", MayCommit: true, Heals: true, "", async (context, storage) =>
        {
            await storage.AskAsync(context);
            await Task.Delay(TooLong, context.RequestAborted);
        });

    /// <summary>Each with how many requests in a row meet it; the quick ones.</summary>
    public static IEnumerable<(StorageFault Fault, int Count)> Quick { get; } =
    [
        (Busy, 1), (Busy, int.MaxValue), (BusyWithWait, 1), (BusyWithWait, int.MaxValue),
        (TimedOut, 1), (TimedOut, int.MaxValue), (TimedOutAfterCommit, 1), (TimedOutAfterCommit, int.MaxValue),
        (BadGateway, 1), (Reset, 1), (Reset, int.MaxValue), (Lost, 1), (Lost, int.MaxValue), (Truncated, 1),
        (Truncated, int.MaxValue), (Cut, 1), (Cut, int.MaxValue), (Changed, 1), (Changed, 5),
        (Changed, int.MaxValue), (AlreadyThere, 1), (TableMissing, 1), (TableMissing, int.MaxValue),
    ];

    /// <summary>Those that take as long as a caller may wait.</summary>
    public static IEnumerable<(StorageFault Fault, int Count)> Slow { get; } =
    [
        (Stall, 1), (Stall, int.MaxValue), (StallAfterCommit, 1), (StallAfterCommit, int.MaxValue), (BusyForMinutes, 1),
    ];

    private static StorageFault Refusal(string name, int status, string? code, int? retryAfter = null) => new(
        name, MayCommit: false, Heals: retryAfter is null or < 5, "", (context, _) => AnswerAsync(context, status, code, retryAfter));

    private static Task AnswerAsync(HttpContext context, int status, string? code, int? retryAfter = null)
    {
        var response = context.Response;
        response.StatusCode = status;
        if (retryAfter is { } seconds)
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);

        if (code is not null)
            response.Headers["x-ms-error-code"] = code;

        response.ContentType = code is null ? "text/html" : "application/json;odata=minimalmetadata";
        var body = code is null
            ? "<html>Bad Gateway</html>"
            : $$$"""{"odata.error": {"code": "{{{code}}}", "message": {"lang": "en-US", "value": "On purpose."} } }""";
        return response.Body.WriteAsync(Encoding.UTF8.GetBytes(body)).AsTask();
    }
}
