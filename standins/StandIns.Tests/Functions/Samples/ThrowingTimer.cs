using Microsoft.Azure.Functions.Worker;

namespace StandIns.Tests.Functions.Samples;

internal static class ThrowingTimer
{
    [Function("Fails")]
    public static void Fails([TimerTrigger("0 * * * * *")] TimerInfo timer) =>
        throw new InvalidTimeZoneException("a secret");
}
