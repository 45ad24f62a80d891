namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class Binding(string name, string type, BindingDirection direction) : BindingMetadata
{
    public override string Name { get; } = name;

    public override string Type { get; } = type;

    public override BindingDirection Direction { get; } = direction;
}
