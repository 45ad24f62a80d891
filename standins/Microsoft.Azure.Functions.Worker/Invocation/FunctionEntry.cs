using System.Collections.Immutable;
using System.Reflection;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal abstract class FunctionEntry : FunctionDefinition
{
    private readonly ParameterInfo _trigger;
    private readonly Lazy<FunctionInvoker> _invoker;

    protected FunctionEntry(string name, MethodInfo method, ParameterInfo trigger, ArgumentBinder[] binders)
    {
        Name = name;
        Method = method;
        _trigger = trigger;
        _invoker = new Lazy<FunctionInvoker>(() => new FunctionInvoker(method, binders));
    }

    public MethodInfo Method { get; }

    public override string Name { get; }

    public override string Id => Name;

    public override string EntryPoint => $"{Method.DeclaringType!.FullName}.{Method.Name}";

    public override string PathToAssembly => Method.DeclaringType!.Assembly.Location;

    public override ImmutableArray<FunctionParameter> Parameters =>
        [.. Method.GetParameters().Select(given => new FunctionParameter(given.Name!, given.ParameterType))];

    public override IImmutableDictionary<string, BindingMetadata> InputBindings =>
        ImmutableDictionary<string, BindingMetadata>.Empty
            .Add(_trigger.Name!, new Binding(_trigger.Name!, TriggerType, BindingDirection.In));

    public override IImmutableDictionary<string, BindingMetadata> OutputBindings { get; } =
        ImmutableDictionary<string, BindingMetadata>.Empty;

    // As the package's own metadata names it.
    protected abstract string TriggerType { get; }

    public abstract string Describe(string baseAddress);

    public async Task ExecuteAsync(FunctionCall call) => call.ReturnValue = await _invoker.Value.InvokeAsync(call);
}
