using Microsoft.AspNetCore.Http;
using Microsoft.Azure.Functions.Worker;
using Microsoft.Azure.Functions.Worker.Middleware;

namespace StandIns.Tests.Functions.Samples;

internal sealed class OrderMiddleware : IFunctionsWorkerMiddleware
{
    public async Task Invoke(FunctionContext context, FunctionExecutionDelegate next)
    {
        var headers = context.GetHttpContext()!.Response.Headers;
        headers.Append("X-Order", "type-before");
        await next(context);
        headers.Append("X-Order", "type-after");
    }
}
