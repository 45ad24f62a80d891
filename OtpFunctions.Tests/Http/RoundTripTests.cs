using System.Net;
using OtpFunctions.Tests.Fakes;
using OtpFunctions.Tests.Fixtures;

namespace OtpFunctions.Tests.Http;

/// <summary>How often a call asks the storage: an app of its own, behind a proxy that counts.</summary>
public sealed class RoundTripTests : CountedApp
{
    private static readonly string[] TwoReadsOneWrite = ["GET applications", "GET recipients", "PUT recipients"];

    [LocalFact]
    public async Task A_send_reads_two_rows_side_by_side_and_writes_one()
    {
        var (caller, recipient) = await KnownAsync();

        Assert.Equal(TwoReadsOneWrite, await Proxy.CountAsync(() => caller.CodeAsync(recipient)));
        Assert.Equal(TwoReadsOneWrite, await Proxy.CountAsync(() => caller.CodeAsync(recipient, ("reuse", true))));
        Assert.True(await Proxy.OverlapAsync(() => caller.CodeAsync(recipient)));
    }

    [LocalFact]
    public async Task A_verify_reads_two_rows_side_by_side_and_writes_one()
    {
        var (caller, recipient) = await KnownAsync();
        var code = await caller.CodeAsync(recipient, ("code", "abcd1234"));

        Assert.Equal(TwoReadsOneWrite, await Proxy.CountAsync(() => caller.VerifyAsync(recipient, "wrong999")));
        Assert.True(await Proxy.OverlapAsync(() => caller.VerifyAsync(recipient, "wrong999")));
        Assert.Equal(TwoReadsOneWrite, await Proxy.CountAsync(
            async () => (await caller.VerifyAsync(recipient, code)).Expect(HttpStatusCode.OK)));
        Assert.Equal(TwoReadsOneWrite, await Proxy.CountAsync(() => caller.VerifyAsync(recipient, code)));
    }

    [LocalFact]
    public async Task Records_are_written_beside_the_calls_and_many_at_once()
    {
        var (caller, _) = await KnownAsync();
        var before = Proxy.Transactions;
        var start = JournalBench.Now;

        var asked = await Proxy.CountAsync(
            () => Task.WhenAll(Enumerable.Range(0, 100).Select(_ => caller.CodeAsync(Recipients.Mobile()))));

        Assert.DoesNotContain(asked, request => request.EndsWith(" records", StringComparison.Ordinal));
        // Each half second one for each of 16 lanes, and one of counts; a hundred messages one by one are two hundred.
        var writes = (int)((JournalBench.Now - start) / TimeSpan.FromSeconds(0.5)) + 2;
        Assert.InRange(Proxy.Transactions - before, 0, 17 * writes);
    }

    [LocalFact]
    public async Task Two_reads_one_after_the_other_would_be_noticed()
    {
        var (caller, _) = await KnownAsync();
        var console = new ConsoleCaller(App.Http, App.ConsoleKey);

        Assert.False(await Proxy.OverlapAsync(() => console.GetAsync(caller.ClientId)));
    }

    [LocalFact]
    public async Task No_call_asks_more_than_four_times_but_a_list_of_records_which_asks_each_lane()
    {
        var (caller, recipient) = await KnownAsync();
        var console = new ConsoleCaller(App.Http, App.ConsoleKey);
        Func<Task>[] calls =
        [
            () => caller.SendAsync(Recipients.Mobile()),
            () => caller.SendAsync("nobody"),
            () => caller.VerifyAsync(Recipients.Mobile(), "wrong999"),
            () => new OnlyIdCaller(App.Http, caller.ClientId, "wrong").SendAsync(recipient),
            () => new OnlyIdCaller(App.Http, new string('0', 32), "wrong").VerifyAsync(recipient, "wrong999"),
            () => console.CreateAsync(),
            () => console.GetAsync(),
            () => console.GetAsync(caller.ClientId),
            () => console.GetAsync($"{caller.ClientId}/otp-config"),
            () => console.PutAsync($"{caller.ClientId}/otp-config", ConsoleCaller.OtpConfig()),
            () => console.PutAsync($"{caller.ClientId}/secret"),
            () => console.DeleteAsync(caller.ClientId),
            () => App.Http.GetAsync(new Uri("api/health/ready", UriKind.Relative)),
        ];
        foreach (var call in calls)
            Assert.InRange((await Proxy.CountAsync(call)).Count, 0, 4);

        Assert.Equal(Enumerable.Repeat("GET records", 16), await Proxy.CountAsync(
            () => new ConsoleCaller(App.Http, App.ConsoleKey, "api/console/otp").GetAsync("?days=90")));
    }

    // The tables and both rows are there, and nothing is left to be written.
    private async Task<(OnlyIdCaller Caller, string Recipient)> KnownAsync()
    {
        var caller = await new ConsoleCaller(App.Http, App.ConsoleKey).CreateAsync();
        var recipient = Recipients.Mobile();
        await caller.CodeAsync(recipient);
        // Makes their table, once.
        await Proxy.Recorded.WaitAsync(TimeSpan.FromSeconds(30));
        return (caller, recipient);
    }
}
