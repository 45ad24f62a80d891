namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// Tests of an app whose requests to the storage are counted: its own process and tables, behind a proxy. A base and no
/// fixture: what the app printed is searched when it ends, and xunit shows a fixture's failure under no test.
/// </summary>
public abstract class CountedApp(params (string Name, string? Value)[] changes) : IAsyncLifetime
{
    protected CountingProxy Proxy { get; private set; } = null!;

    protected FunctionApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        Proxy = await CountingProxy.StartAsync((await Azurite.StartedAsync()).TableEndpoint);
        App = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringTo(Proxy.Address)).With(changes));
        await PrepareAsync();
    }

    public async Task DisposeAsync()
    {
        if (Deployment.Address is not null)
            return;

        await App.DisposeAsync();
        await Proxy.DisposeAsync();
    }

    /// <summary>What is done before each test: none of it is counted.</summary>
    protected virtual Task PrepareAsync() => Task.CompletedTask;
}
