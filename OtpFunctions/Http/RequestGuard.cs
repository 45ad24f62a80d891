using System.Diagnostics;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;
using Microsoft.Extensions.Logging;
using OtpFunctions.Core;
using OtpFunctions.Core.Storage;
using OtpFunctions.Core.Telemetry;

namespace OtpFunctions.Http;

/// <summary>
/// Around every HTTP function: the request id, for its answer, its log lines and its trace; a deadline, since a caller that
/// hangs up is not seen; and the one catch-all, which turns what was not expected into the dialect's own answer and a log
/// line that has types, never messages.
/// </summary>
internal sealed partial class RequestGuard(
    IEnumerable<IErrorShape> shapes, TimeProvider clock, ILogger<RequestGuard> logger) : IFunctionsWorkerMiddleware
{
    private static readonly TimeSpan Deadline = TimeSpan.FromSeconds(15);
    private readonly IErrorShape[] _shapes = [.. shapes];

    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        if (context.GetHttpContext() is not { } http)
        {
            await next(context);
            return;
        }

        var name = context.FunctionDefinition.Name;
        var parent = RequestId.ParentOf(context, http.Request);
        using var span = Spans.Call(name, parent);
        var id = RequestId.Of(span, parent);
        using var scope = logger.BeginScope(new RequestScope(id));
        http.Response.Headers[RequestId.Header] = id;
        using var deadline = new CancellationTokenSource(Deadline, clock);
        http.RequestAborted = deadline.Token;
        try
        {
            await next(context);
        }
#pragma warning disable CA1031 // The last line of defence: nobody above it can answer in the dialect's shape.
        catch (Exception exception)
#pragma warning restore CA1031
        {
            var failure = Classify(exception, deadline.IsCancellationRequested);
            if (failure.Code == FailureCode.StorageUnavailable)
            {
                LogStorageUnreachable(name, exception is StorageUnavailableException ? exception.Message : exception.GetType().Name);
            }
            else
            {
                LogUnexpected(name, exception.GetType().Name, exception.TargetSite?.DeclaringType?.Name, exception.TargetSite?.Name);
            }

            span?.SetStatus(ActivityStatusCode.Error);
            http.RequestAborted = CancellationToken.None;
            context.GetInvocationResult().Value = ShapeOf(name).For(failure);
        }
    }

    private static Failure Classify(Exception exception, bool isLate) =>
        exception is StorageUnavailableException || (isLate && exception is OperationCanceledException)
            ? new Failure(FailureCode.StorageUnavailable, TimeSpan.FromSeconds(1))
            : new Failure(FailureCode.Unexpected);

    // The last shape is that of our own routes, and of functions that no dialect owns.
    private IErrorShape ShapeOf(string function) =>
        Array.Find(_shapes, shape => function.StartsWith(shape.FunctionPrefix, StringComparison.Ordinal)) ?? _shapes[^1];

    [LoggerMessage(10, LogLevel.Error, "{Function} could not reach the storage: {Fault}")]
    private partial void LogStorageUnreachable(string function, string fault);

    [LoggerMessage(11, LogLevel.Critical, "{Function} failed with {Fault} in {Type}.{Method}")]
    private partial void LogUnexpected(string function, string fault, string? type, string? method);
}
