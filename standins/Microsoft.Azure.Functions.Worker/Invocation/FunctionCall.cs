using System.Diagnostics.CodeAnalysis;

namespace Microsoft.Azure.Functions.Worker.Invocation;

// What few functions ask for is made when it is asked for: a call is on the path of every request.
internal abstract class FunctionCall(FunctionEntry function) : FunctionContext
{
    private IDictionary<object, object>? _items;
    private InvocationFeatures? _features;
    private CallResult? _result;

    public FunctionEntry Function { get; } = function;

    public object? ReturnValue { get; set; }

    public InvocationResult Result => _result ??= new CallResult(this);

    [field: MaybeNull]
    public override string InvocationId => field ??= Guid.NewGuid().ToString();

    public override string FunctionId => Function.Id;

    public override FunctionDefinition FunctionDefinition => Function;

    public override TraceContext TraceContext => new ActivityTrace();

    public override RetryContext RetryContext => SingleTry.Instance;

    public override IInvocationFeatures Features => _features ??= new InvocationFeatures();

    public override IDictionary<object, object> Items
    {
        get => _items ??= NewItems();
        set => _items = value;
    }

    protected virtual IDictionary<object, object> NewItems() => new Dictionary<object, object>();
}
