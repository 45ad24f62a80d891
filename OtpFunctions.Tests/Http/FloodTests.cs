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
        var user = await StarlightCaller.UserAsync(app, Recipients.Email());
        await starlight.SentAsync(user);
        await fresns.CodeAsync(Recipients.Email());
        await proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));

        Assert.Empty(await proxy.RecordAsync(async () => (await starlight.GetAsync(user)).ExpectCode(1111)));
        Assert.Empty(await proxy.RecordAsync(async () => (await starlight.CheckAsync(user, "123456")).ExpectCode(1111)));
        Assert.Empty(await proxy.RecordAsync(async () => Assert.Equal(TooOften, FresnsCaller.CodeOf(await fresns.SendAsync(Recipients.Email())))));
    }
}
