using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Fuzz;

/// <summary>
/// Tests of an app that is called with anything: its own process and tables, keys asked for, callers told by a header. A base
/// and no fixture: what the app printed is searched when it ends, and xunit shows a fixture's failure under no test.
/// </summary>
public abstract class FuzzApp : IAsyncLifetime
{
    public const string AddressHeader = "CLIENT-IP";

    protected FunctionApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        App = await FunctionApp.StartAsync((await AppSettings.FreshAsync()).With(
        [
            .. AppSettings.ManyCalls,
            (AppSettings.HostKey, AppSettings.FreshKey()),
            ("Otp__Client__AddressHeader", AddressHeader),
        ]));
    }

    public async Task DisposeAsync()
    {
        if (App is not null)
            await App.DisposeAsync();
    }

    /// <summary>After all of it the app is well, and has met no surprise.</summary>
    protected async Task ExpectWellAsync()
    {
        FuzzShapes.Ready(await Answer.ReadAsync(App.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative))));
        var critical = App.Output.Lines.Where(line => line.Contains("crit:", StringComparison.Ordinal));
        Assert.True(!critical.Any(), $"{FuzzSeed.Replay}\n{string.Join('\n', critical)}");
    }
}
