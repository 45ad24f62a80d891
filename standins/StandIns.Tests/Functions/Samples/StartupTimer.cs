using Microsoft.Azure.Functions.Worker;
using StandIns.Tests.Functions.Harness;

namespace StandIns.Tests.Functions.Samples;

internal sealed class StartupTimer(Gate gate)
{
    [Function("AtStart")]
    public Task AtStart([TimerTrigger("%Purge:Schedule%", RunOnStartup = true, UseMonitor = false)] TimerInfo timer) =>
        gate.PassAsync(timer);
}
