using System.Diagnostics;
using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;

namespace OtpFunctions.Http;

/// <summary>
/// What a call is known by in its answer, its log lines and its trace: the id of its W3C trace (docs/decisions/0015), 32
/// hex digits, and never a text of the caller's own choice.
/// </summary>
internal static class RequestId
{
    /// <summary>The header of every answer.</summary>
    public const string Header = "x-request-id";

    /// <summary>The trace that the call is a part of: the host's, or the caller's; default where there is none.</summary>
    public static ActivityContext ParentOf(FunctionContext context, HttpRequest request) =>
        ActivityContext.TryParse(context.TraceContext.TraceParent, null, isRemote: true, out var host) ? host
        : ActivityContext.TryParse(request.Headers.TraceParent, null, isRemote: true, out var caller) ? caller
        : default;

    /// <summary>
    /// The id: of the span, or of what it would have been a part of, or a new one, made as a span's is: it keeps no secret.
    /// </summary>
    public static string Of(Activity? span, ActivityContext parent)
    {
        var trace = span?.TraceId ?? parent.TraceId;
        return (trace == default ? ActivityTraceId.CreateRandom() : trace).ToHexString();
    }
}
