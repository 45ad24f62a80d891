using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Faults;

/// <summary>The one such app the flows share: each call's faults are its own.</summary>
public sealed class FaultyApp : IAsyncLifetime
{
    internal FaultBench Bench { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is null)
            Bench = await FaultBench.StartAsync();
    }

    public async Task DisposeAsync()
    {
        if (Bench is not null)
            await Bench.DisposeAsync();
    }
}
