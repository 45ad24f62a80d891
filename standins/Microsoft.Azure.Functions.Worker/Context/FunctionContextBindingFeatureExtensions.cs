using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker;

public static class FunctionContextBindingFeatureExtensions
{
    public static InvocationResult GetInvocationResult(this FunctionContext context) => Of(context).Result;

    public static InvocationResult<T> GetInvocationResult<T>(this FunctionContext context) =>
        new TypedResult<T>(Of(context).Result);

    private static FunctionCall Of(FunctionContext context) => context as FunctionCall
        ?? throw new InvalidOperationException("Only the context of a running function has an invocation result.");
}
