using System.Text.RegularExpressions;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>An app of its own whose messages go to the emulator of the service, one an hour to a recipient.</summary>
public sealed partial class AcsApp : IAsyncLifetime
{
    public FunctionApp App { get; private set; } = null!;

    public AcsEmulator Emulator { get; private set; } = null!;

    public static async Task<FunctionApp> StartAsync(
        AcsEmulator emulator, params (string Name, string? Value)[] changes)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return await FunctionApp.StartAsync(SettingsOf(emulator, await AppSettings.FreshAsync()).With(changes));
    }

    /// <summary>These settings with the emulator for both channels.</summary>
    public static Dictionary<string, string?> SettingsOf(AcsEmulator emulator, Dictionary<string, string?> settings)
    {
        ArgumentNullException.ThrowIfNull(emulator);
        return settings.With(
        [
            ("Otp__Delivery__Email", "Acs"),
            ("Otp__Delivery__Sms", "Acs"),
            ("Otp__Delivery__Acs__ConnectionString", emulator.ConnectionString),
            ("Otp__Delivery__Acs__EmailFrom", AcsEmulator.Sender),
            ("Otp__Delivery__Acs__SmsFrom", AcsEmulator.Number),
            ("Otp__Limits__SendsPerHour", "1"),
        ]);
    }

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        Emulator = await AcsEmulator.StartedAsync();
        App = await StartAsync(Emulator);
    }

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
    }

    public Task<OnlyIdCaller> CallerAsync() => new ConsoleCaller(App.Http, App.ConsoleKey).CreateAsync();

    /// <summary>So many requests for messages to this recipient go wrong in this way.</summary>
    public Task FailAsync(string to, string kind, int count = 1) =>
        Emulator.AddFaultAsync(new { kind, count, match = new { to } });

    /// <summary>So many requests for messages to this recipient get this status.</summary>
    public Task FailAsync(string to, int status, int count = 1) =>
        Emulator.AddFaultAsync(new { kind = "status", status, count, match = new { to } });

    /// <summary>The one message that was really sent to the recipient.</summary>
    public async Task<AcsMessage> OnlyMessageAsync(string to) => Assert.Single(await Emulator.MessagesToAsync(to));

    public static string CodeIn(AcsMessage message)
    {
        ArgumentNullException.ThrowIfNull(message);
        return SixDigits().Match(message.Text!).Value;
    }

    [GeneratedRegex("(?<![0-9])[0-9]{6}(?![0-9])")]
    private static partial Regex SixDigits();
}
