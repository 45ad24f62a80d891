namespace Microsoft.Azure.Functions.Worker.Hosting;

internal sealed class StartException(IReadOnlyList<string> failures)
    : Exception(string.Join(Environment.NewLine, failures))
{
    public IReadOnlyList<string> Failures { get; } = failures;
}
