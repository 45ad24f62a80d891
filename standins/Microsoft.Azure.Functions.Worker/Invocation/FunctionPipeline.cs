using Microsoft.Azure.Functions.Worker.Middleware;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal static class FunctionPipeline
{
    public static FunctionExecutionDelegate Build(
        IReadOnlyList<Func<FunctionExecutionDelegate, FunctionExecutionDelegate>> middleware)
    {
        FunctionExecutionDelegate run = ExecuteAsync;
        for (var i = middleware.Count - 1; i >= 0; i--)
            run = middleware[i](run);
        return run;
    }

    private static Task ExecuteAsync(FunctionContext context)
    {
        var call = (FunctionCall)context;
        return call.Function.ExecuteAsync(call);
    }
}
