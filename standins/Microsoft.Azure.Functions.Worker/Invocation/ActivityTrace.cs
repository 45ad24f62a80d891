using System.Diagnostics;

namespace Microsoft.Azure.Functions.Worker.Invocation;

internal sealed class ActivityTrace : TraceContext
{
    private readonly Activity? _activity = Activity.Current;

    public override string TraceParent => _activity?.Id ?? string.Empty;

    public override string TraceState => _activity?.TraceStateString ?? string.Empty;
}
