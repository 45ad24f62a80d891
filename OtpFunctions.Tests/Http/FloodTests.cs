using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>A network that is known to be over its limit is refused from memory.</summary>
public sealed class FloodTests
{
    private const int TooOften = 33201;

    [LocalFact]
    public async Task Who_is_over_the_limit_costs_the_storage_nothing()
    {
        await using var proxy = await CountingProxy.StartAsync((await Azurite.StartedAsync()).TableEndpoint);
        await using var app = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringTo(proxy.Address)).With(
            ("Otp__Starlight__CallsPerMinute", "1"), ("Otp__Fresns__CallsPerMinute", "1")));
        var starlight = await StarlightCaller.NewAsync(app, StarlightCaller.Permission);
        var fresns = new FresnsCaller(app.Http);
        var console = new ConsoleCaller(app.Http, app.ConsoleKey);
        var email = Recipients.Email();
        var user = await StarlightCaller.UserAsync(app, email);
        var account = await FresnsAccount.OpenAsync(app, "email");
        await starlight.SentAsync(user);
        await fresns.CodeAsync(Recipients.Email());
        await proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));

        foreach (var name in new[] { user, email })
        {
            Assert.Empty(await RecordAsync(async () => (await starlight.GetAsync(name)).ExpectCode(1111)));
            Assert.Empty(await RecordAsync(async () => (await starlight.CheckAsync(name, "123456")).ExpectCode(1111)));
        }

        for (var useType = 1; useType <= 5; useType++)
        {
            foreach (var caller in new[] { fresns, fresns.With(account.Headers) })
                Assert.Empty(await RecordAsync(async () => Assert.Equal(TooOften, FresnsCaller.CodeOf(await caller.SendAsync(account.Email, useType)))));
        }

        // What the refused call may have begun has arrived when a later one is answered.
        async Task<IReadOnlyList<string>> RecordAsync(Func<Task> call)
        {
            var asked = await proxy.RecordAsync(async () =>
            {
                await call();
                await console.GetAsync();
            });
            return [.. asked.Where(request => request != "GET applications")];
        }
    }
}
