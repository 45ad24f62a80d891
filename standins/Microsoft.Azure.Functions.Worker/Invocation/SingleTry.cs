namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class SingleTry : RetryContext
{
    public static readonly SingleTry Instance = new();

    public override int RetryCount => 0;

    public override int MaxRetryCount => 0;
}
