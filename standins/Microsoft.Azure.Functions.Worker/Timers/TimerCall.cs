using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Timers;

internal sealed class TimerCall(
    TimerFunction function, TimerInfo timer, IServiceProvider services, CancellationToken stopping)
    : FunctionCall(function)
{
    public TimerInfo Timer { get; } = timer;

    public override IServiceProvider InstanceServices { get; set; } = services;

    public override BindingContext BindingContext => BindingValues.None;

    public override CancellationToken CancellationToken { get; } = stopping;
}
