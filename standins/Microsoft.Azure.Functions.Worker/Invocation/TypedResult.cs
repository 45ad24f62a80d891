namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class TypedResult<T>(InvocationResult result) : InvocationResult<T>
{
    public override T? Value
    {
        get => result.Value is null ? default : (T)result.Value;
        set => result.Value = value;
    }
}
