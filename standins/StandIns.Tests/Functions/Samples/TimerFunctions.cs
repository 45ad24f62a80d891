using Microsoft.Azure.Functions.Worker;
using StandIns.Tests.Functions.Harness;

namespace StandIns.Tests.Functions.Samples;

internal sealed class TimerFunctions(Gate gate)
{
    [Function("EveryFiveMinutes")]
    public Task EveryFiveMinutes(
        [TimerTrigger("0 */5 * * * *")] TimerInfo timer, CancellationToken cancellationToken) =>
        gate.PassAsync(timer, cancellationToken);
}
