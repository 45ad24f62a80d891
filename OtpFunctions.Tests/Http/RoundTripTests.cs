using System.Net;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>How often a call asks the storage: an app of its own, behind a proxy that counts.</summary>
public sealed class RoundTripTests : IAsyncLifetime
{
    private static readonly string[] TwoReadsOneWrite = ["GET applications", "GET recipients", "PUT recipients"];
    private CountingProxy _proxy = null!;
    private FunctionApp _app = null!;

    public async Task InitializeAsync()
    {
        if (Deployment.Address is not null)
            return;

        _proxy = await CountingProxy.StartAsync((await Azurite.StartedAsync()).TableEndpoint);
        _app = await FunctionApp.StartAsync(AppSettings.Fresh(Azurite.ConnectionStringTo(_proxy.Address)));
    }

    public async Task DisposeAsync()
    {
        if (Deployment.Address is not null)
            return;

        await _app.DisposeAsync();
        await _proxy.DisposeAsync();
    }

    [LocalFact]
    public async Task A_send_reads_two_rows_side_by_side_and_writes_one()
    {
        var (caller, recipient) = await KnownAsync();

        Assert.Equal(TwoReadsOneWrite, await _proxy.CountAsync(() => caller.CodeAsync(recipient)));
        Assert.Equal(TwoReadsOneWrite, await _proxy.CountAsync(() => caller.CodeAsync(recipient, ("reuse", true))));
        Assert.True(await _proxy.OverlapAsync(() => caller.CodeAsync(recipient)));
    }

    [LocalFact]
    public async Task A_verify_reads_two_rows_side_by_side_and_writes_one()
    {
        var (caller, recipient) = await KnownAsync();
        var code = await caller.CodeAsync(recipient, ("code", "abcd1234"));

        Assert.Equal(TwoReadsOneWrite, await _proxy.CountAsync(() => caller.VerifyAsync(recipient, "wrong999")));
        Assert.True(await _proxy.OverlapAsync(() => caller.VerifyAsync(recipient, "wrong999")));
        Assert.Equal(TwoReadsOneWrite, await _proxy.CountAsync(
            async () => (await caller.VerifyAsync(recipient, code)).Expect(HttpStatusCode.OK)));
        Assert.Equal(TwoReadsOneWrite, await _proxy.CountAsync(() => caller.VerifyAsync(recipient, code)));
    }

    [LocalFact]
    public async Task Records_are_written_beside_the_calls_and_many_at_once()
    {
        var (caller, _) = await KnownAsync();
        var before = _proxy.Transactions;

        var asked = await _proxy.CountAsync(
            () => Task.WhenAll(Enumerable.Range(0, 40).Select(_ => caller.CodeAsync(Recipients.Mobile()))));

        Assert.DoesNotContain(asked, request => request.EndsWith(" records", StringComparison.Ordinal));
        Assert.InRange(_proxy.Transactions - before, 0, 20);
    }

    [LocalFact]
    public async Task Two_reads_one_after_the_other_would_be_noticed()
    {
        var (caller, _) = await KnownAsync();
        var console = new ConsoleCaller(_app.Http, _app.ConsoleKey);

        Assert.False(await _proxy.OverlapAsync(() => console.GetAsync(caller.ClientId)));
    }

    [LocalFact]
    public async Task No_call_asks_more_than_four_times()
    {
        var (caller, recipient) = await KnownAsync();
        var console = new ConsoleCaller(_app.Http, _app.ConsoleKey);
        Func<Task>[] calls =
        [
            () => caller.SendAsync(Recipients.Mobile()),
            () => caller.SendAsync("nobody"),
            () => caller.VerifyAsync(Recipients.Mobile(), "wrong999"),
            () => new OnlyIdCaller(_app.Http, caller.ClientId, "wrong").SendAsync(recipient),
            () => new OnlyIdCaller(_app.Http, new string('0', 32), "wrong").VerifyAsync(recipient, "wrong999"),
            () => console.CreateAsync(),
            () => console.GetAsync(),
            () => console.GetAsync(caller.ClientId),
            () => console.GetAsync($"{caller.ClientId}/otp-config"),
            () => console.PutAsync($"{caller.ClientId}/otp-config", ConsoleCaller.OtpConfig()),
            () => console.PutAsync($"{caller.ClientId}/secret"),
            () => console.DeleteAsync(caller.ClientId),
            () => new ConsoleCaller(_app.Http, _app.ConsoleKey, "api/console/otp").GetAsync("?days=90"),
            () => _app.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative)),
        ];
        foreach (var call in calls)
            Assert.InRange((await _proxy.CountAsync(call)).Count, 0, 4);
    }

    // The tables and both rows are there, and nothing is left to be written.
    private async Task<(OnlyIdCaller Caller, string Recipient)> KnownAsync()
    {
        var caller = await new ConsoleCaller(_app.Http, _app.ConsoleKey).CreateAsync();
        var recipient = Recipients.Mobile();
        await caller.CodeAsync(recipient);
        // Makes their table, once.
        await _proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
        return (caller, recipient);
    }
}
