namespace OtpFunctions.Tests.Fixtures;

/// <summary>An app whose SMS fall back to e-mail, over the emulator of the service.</summary>
public sealed class FallbackApp : IAsyncLifetime
{
    public FunctionApp App { get; private set; } = null!;

    public AcsEmulator Emulator { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        Emulator = await AcsEmulator.StartedAsync();
        App = await AcsApp.StartAsync(
            Emulator, [("Otp__Delivery__SmsFallsBackToEmail", "true"), .. AppSettings.ManyCalls]);
    }

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
    }
}
