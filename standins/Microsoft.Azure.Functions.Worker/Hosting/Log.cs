using Microsoft.Extensions.Logging;

namespace Microsoft.Azure.Functions.Worker;

internal static partial class Log
{
    // An exception's message may quote what the caller sent, so only its type is always logged.
    public static void FunctionFailed(ILogger logger, string function, Exception exception)
    {
        Failed(logger, function, exception.GetType().FullName!);
        FailedWith(logger, function, exception);
    }

    [LoggerMessage(1, LogLevel.Error, "Function {Function} failed: {ExceptionType}")]
    private static partial void Failed(ILogger logger, string function, string exceptionType);

    [LoggerMessage(2, LogLevel.Debug, "Function {Function} failed with")]
    private static partial void FailedWith(ILogger logger, string function, Exception exception);
}
