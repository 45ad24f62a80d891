namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class CallResult(FunctionCall call) : InvocationResult
{
    public override object? Value
    {
        get => call.ReturnValue;
        set => call.ReturnValue = value;
    }
}
