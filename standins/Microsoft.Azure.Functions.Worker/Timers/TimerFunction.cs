using System.Reflection;
using Microsoft.Azure.Functions.Worker.Invocation;

namespace Microsoft.Azure.Functions.Worker.Timers;

internal sealed class TimerFunction(
    string name, MethodInfo method, ParameterInfo trigger, ArgumentBinder[] binders, TimerSchedule schedule)
    : FunctionEntry(name, method, trigger, binders)
{
    private readonly TimerTriggerAttribute _attribute = trigger.GetCustomAttribute<TimerTriggerAttribute>()!;

    public TimerSchedule Schedule { get; } = schedule;

    public bool RunOnStartup => _attribute.RunOnStartup;

    public bool UseMonitor => _attribute.UseMonitor;

    protected override string TriggerType => "timerTrigger";

    public override string Describe(string baseAddress) => $"{Name}: timerTrigger";
}
