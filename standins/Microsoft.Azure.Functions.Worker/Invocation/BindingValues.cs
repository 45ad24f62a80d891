namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class BindingValues(IReadOnlyDictionary<string, object?> values) : BindingContext
{
    public static readonly BindingValues None = new(new Dictionary<string, object?>());

    public override IReadOnlyDictionary<string, object?> BindingData { get; } = values;
}
