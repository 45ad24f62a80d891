using Azure.Data.Tables;

namespace OtpFunctions.Tests.Fixtures;

/// <summary>
/// Tests of an app whose requests to the storage are counted: its own process and tables, behind a proxy. A base and no
/// fixture: what the app printed is searched when it ends, and xunit shows a fixture's failure under no test.
/// </summary>
public abstract class CountedApp(params (string Name, string? Value)[] changes) : IAsyncLifetime
{
    private Dictionary<string, string?> _settings = [];

    protected CountingProxy Proxy { get; private set; } = null!;

    protected FunctionApp App { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        Proxy = await CountingProxy.StartAsync((await Azurite.StartedAsync()).TableEndpoint);
        _settings = AppSettings.Fresh(Azurite.ConnectionStringTo(Proxy.Address)).With(changes);
        App = await FunctionApp.StartAsync(_settings);
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

    /// <summary>Leaves a user's claims as one does who dies before it settles them (docs/decisions/0005).</summary>
    protected async Task UnsettleAsync(string user)
    {
        var azurite = await Azurite.StartedAsync();
        var table = new TableClient(azurite.ConnectionString, _settings[AppSettings.TablePrefix] + "recipients");
        var claims = table.Query<TableEntity>(TableClient.CreateQueryFilter($"Name eq {user}")).ToList();
        Assert.NotEmpty(claims);
        foreach (var claim in claims)
        {
            foreach (var column in new[] { "Name", "Email", "Phone" })
                claim.Remove(column);

            await table.UpdateEntityAsync(claim, claim.ETag, TableUpdateMode.Replace);
        }
    }
}
