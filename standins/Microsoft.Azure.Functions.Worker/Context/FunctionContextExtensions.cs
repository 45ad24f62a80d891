using Microsoft.AspNetCore.Http;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextExtensions
{
    // The key under which the package itself keeps it: a test's own FunctionContext can put one there.
    internal const string Key = "HttpRequestContext";

    public static HttpContext? GetHttpContext(this FunctionContext context)
    {
        if (context is Http.HttpCall call)
            return call.HttpContext;

        ArgumentNullException.ThrowIfNull(context);
        return context.Items is not null && context.Items.TryGetValue(Key, out var value) ? value as HttpContext : null;
    }
}
